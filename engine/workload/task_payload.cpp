// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/work.h"

namespace troika {

TaskPayload::TaskPayload(std::span<const std::unique_ptr<StepWork>> steps) {
    for (const auto& step : steps) {
        m_sources.push_back(step->payload());
        m_sizes.push_back(m_sources.back() == nullptr ? PayloadSize{} : m_sources.back()->size());
        m_size += m_sizes.back();
    }
}

void TaskPayload::inputs(TaskName name, std::vector<std::span<const std::byte>>& into) const {
    for (std::size_t step = 0; step < m_sources.size(); ++step) {
        if (m_sizes[step].input == 0) continue;
        name.step = static_cast<std::uint32_t>(step);
        into.push_back(m_sources[step]->input(name));
    }
}

std::uint64_t TaskPayload::sourceBytes() const {
    std::uint64_t sum = 0;
    for (const PayloadSource* source : m_sources) sum += source == nullptr ? 0 : source->bytes();
    return sum;
}

void TaskPayload::fillSources(std::span<std::byte> place) const {
    for (const PayloadSource* source : m_sources) {
        if (source == nullptr) continue;
        source->fill(place.first(source->bytes()));
        place = place.subspan(source->bytes());
    }
}

void TaskPayload::useSources(std::span<const std::byte> place) const {
    for (PayloadSource* source : m_sources) {
        if (source == nullptr) continue;
        source->use(place.first(source->bytes()));
        place = place.subspan(source->bytes());
    }
}

bool TaskPayload::isWhole(std::span<const std::byte> output) const {
    for (const PayloadSize& size : m_sizes) {
        if (!isWholeOutput(output.first(size.output))) return false;
        output = output.subspan(size.output);
    }
    return true;
}

} // namespace troika
