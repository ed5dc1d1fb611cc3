// SPDX-License-Identifier: GPL-3.0-or-later
// The origin beside nginx, both asked by wrk for 1 KiB: each one process with one event loop.
#include "external.h"
#include "family.h"
#include "pairing.h"
#include "rig.h"
#include "trial/guarded_process.h"
#include "trial/origin_process.h"

#include <fmt/format.h>
#include <fstream>

namespace troika::bench {
namespace {

/// What makes nginx fast for one small file: no log, the file kept open, connections never closed.
constexpr const char* configuration = R"(daemon off;
worker_processes 1;
pid {0}/pid;
error_log {0}/errors crit;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nodelay on;
  keepalive_requests 1000000000;
  open_file_cache max=16 inactive=1h;
  client_body_temp_path {0}/t1;
  proxy_temp_path {0}/t2;
  fastcgi_temp_path {0}/t3;
  uwsgi_temp_path {0}/t4;
  scgi_temp_path {0}/t5;
  server {{
    listen 127.0.0.1:{1};
    root {0}/files;
  }}
}}
)";

GuardedProcess startNginx(const std::filesystem::path& nginx, const std::filesystem::path& folder,
                          std::uint16_t port) {
    std::filesystem::create_directories(folder / "files");
    std::ofstream(folder / "files" / "body") << std::string(1024, 'x');
    std::ofstream(folder / "nginx.conf") << fmt::format(configuration, folder.string(), port);
    return need(GuardedProcess::start(
        {.program = nginx,
         .arguments = {"-p", folder.string(), "-e", (folder / "errors").string(), "-c",
                       (folder / "nginx.conf").string()},
         .errors = folder / "stderr",
         .remove = {}}));
}

} // namespace

void measureOrigin(const Options& options, const Tell& tell) {
    const std::string name = "origin, 1 KiB by wrk";
    const auto wrk = findTool("wrk");
    const auto nginx = findTool("nginx");
    if (!wrk) return tell(missingRow(name, "wrk is not installed"));
    if (!nginx) return tell(missingRow(name, "nginx is not installed"));
    const ScratchDirectory scratch("/dev/shm", "nginx");
    const OriginProcess origin = need(OriginProcess::start(scratch.path() / "origin"));
    const std::uint16_t port = freePort();
    const GuardedProcess peer = startNginx(*nginx, scratch.path(), port);
    if (!awaitListener(port))
        return tell(missingRow(name, "nginx did not start: " + peer.lastWords()));
    const std::string ours = fmt::format("http://127.0.0.1:{}/body?size=1024", origin.port());
    const std::string theirs = fmt::format("http://127.0.0.1:{}/body", port);
    const Figures figures = measureTogether({{"ours", [&] { return wrkRate(*wrk, ours); }},
                                             {"nginx", [&] { return wrkRate(*wrk, theirs); }}},
                                            options.rounds(11));
    if (figures.empty()) return tell(missingRow(name, "failed"));
    tell({name, "1/s", figures[0], "nginx, 1 worker", figures[1], ratioAtLeast(1.2), ""});
}

} // namespace troika::bench
