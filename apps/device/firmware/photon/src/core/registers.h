// What an instrument says, made into registers that never fall.
#pragma once

#include <cstdint>

namespace heliobond {

/// Cumulative watt-hours, as a reading bears them.
struct Registers {
  uint64_t generatedWh;
  uint64_t consumedWh;
  uint64_t exportedWh;
};

/// Something that measures.
class Source {
 public:
  virtual ~Source() = default;
  /// Looks once and says where registers that stood at `last` stand now. False: no look this time; nothing is lost by
  /// waiting. Asking takes nothing away: what was counted is kept until `stored`.
  virtual bool read(const Registers &last, Registers &out) = 0;
  /// The reading that the last look made is stored.
  virtual void stored() {}
};

/// A pulse output (S0): so many pulses a kWh. The rest of a watt-hour is carried.
///
/// `onPulse` is for an interrupt. Pulses since the last stored reading are lost with the power: at most one reading's worth.
class PulseCounter {
 public:
  PulseCounter(uint32_t pulsesPerKwh, uint32_t shortestMs) : pulsesPerKwh_(pulsesPerKwh), shortestMs_(shortestMs) {}

  void onPulse(uint32_t nowMs) {
    // Contacts bounce: what follows faster than the meter can pulse is the same pulse. Unsigned, so it survives the wrap.
    if (hasPulse_ && nowMs - lastMs_ < shortestMs_) return;
    hasPulse_ = true;
    lastMs_ = nowMs;
    pulses_ = pulses_ + 1;
  }

  /// Whole watt-hours since the last `keep`.
  uint64_t pendingWh() {
    seen_ = pulses_;
    return milli() / pulsesPerKwh_;
  }

  /// What `pendingWh` said last is stored. What was pulsed meanwhile counts the next time.
  void keep() {
    rest_ = milli() % pulsesPerKwh_;
    kept_ = seen_;
  }

 private:
  /// Thousandths of a kWh, times pulses per kWh.
  uint64_t milli() const { return static_cast<uint64_t>(seen_ - kept_) * 1000 + rest_; }

  const uint32_t pulsesPerKwh_;
  const uint32_t shortestMs_;
  volatile uint32_t pulses_ = 0;
  volatile uint32_t lastMs_ = 0;
  volatile bool hasPulse_ = false;
  uint32_t seen_ = 0;
  uint32_t kept_ = 0;
  uint64_t rest_ = 0;
};

/// Where a register that follows an instrument's own 32-bit counter stands, given where it stood. The counter starts again
/// from 0 after 2^32 steps; the register holds what it was at, so nothing that flows while the board is off is lost. A new
/// register (`lastWh` 0) takes the counter as it stands.
inline uint64_t followCounter(uint64_t lastWh, uint32_t counter, uint32_t wattHoursPerStep) {
  const uint32_t steps = counter - static_cast<uint32_t>(lastWh / wattHoursPerStep);
  return lastWh + static_cast<uint64_t>(steps) * wattHoursPerStep;
}

}  // namespace heliobond
