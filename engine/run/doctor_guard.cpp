// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/doctor.h"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace troika {

using State = DoctorFinding::State;

DoctorFinding examineGuard() {
    int subreaper = 0;
    if (::prctl(PR_GET_CHILD_SUBREAPER, &subreaper) == 0) {
        return {"guard",
                State::Good,
                {"The kernel has child subreapers: a trial's guard adopts processes that detach "
                 "themselves, and ends them with the trial.",
                 "В ядре есть child subreaper: сторожевой процесс усыновляет отделившиеся "
                 "процессы и завершает их вместе с испытанием."},
                {}};
    }
    return {"guard",
            State::Missing,
            {"The kernel has no child subreaper: processes that detach themselves may outlive a "
             "trial.",
             "В ядре нет child subreaper: отделившиеся процессы могут пережить испытание."},
            {"Use a kernel from 3.4 on, outside of sandboxes that forbid prctl.",
             "Нужно ядро версии 3.4 или новее, вне песочниц, запрещающих prctl."}};
}

DoctorFinding examineChildLists() {
    const std::string list = fmt::format("/proc/self/task/{}/children", ::getpid());
    if (::access(list.c_str(), R_OK) == 0) {
        return {"child-lists",
                State::Good,
                {"The kernel lists a process's children: what a contender holds is found at once.",
                 "Ядро перечисляет дочерние процессы: состав участника определяется мгновенно."},
                {}};
    }
    return {"child-lists",
            State::Doubtful,
            {"The kernel does not list children; all of /proc is walked instead, which costs time "
             "between slices.",
             "Ядро не перечисляет дочерние процессы; вместо этого просматривается весь /proc, что "
             "занимает время между отрезками."},
            {"Use a kernel with CONFIG_PROC_CHILDREN (all distributions' have it).",
             "Нужно ядро с CONFIG_PROC_CHILDREN (есть во всех дистрибутивах)."}};
}

} // namespace troika
