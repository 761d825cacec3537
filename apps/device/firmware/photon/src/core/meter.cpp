#include "meter.h"

#include "ack.h"

namespace heliobond {

namespace {
/// What a steered clock may fall back behind the last reading: the reading repeats the time then.
constexpr uint64_t kSlewSeconds = 5;

/// The most that can have flowed: the rating with 10 % above, where either end may be off by a second and a watt-hour.
uint64_t boundWh(uint32_t capacityW, uint64_t seconds) {
  return static_cast<uint64_t>(capacityW) * (seconds + 1) * 11 / 36000 + 1;
}

/// A rise that is too fast by no more than this is believed once enough time has passed.
constexpr uint64_t kWorkedOffSeconds = 3600;
}  // namespace

void Meter::tick(uint64_t unixSeconds, uint32_t monotonicMs) {
  const uint64_t period = config_.readingSeconds == 0 ? 1 : config_.readingSeconds;
  // A clock that was ahead and was set right again: what was due then is not what is due now.
  if (nextAt_ > unixSeconds + period) nextAt_ = 0;
  if (unixSeconds >= nextAt_) {
    refusal_ = take(unixSeconds);
    // On the full seconds of the period, so that intervals end with a reading.
    nextAt_ = unixSeconds < config_.notBefore ? 0 : (unixSeconds / period + 1) * period;
  }
  send(monotonicMs);
}

Refusal Meter::take(uint64_t unixSeconds) {
  // A wrong time that is signed cannot be taken back: `at` may only rise from then on.
  if (unixSeconds < config_.notBefore) return Refusal::kClockNotSet;
  Reading last = {};
  const bool isFirst = !outbox_.last(last);
  if (!isFirst && last.epoch > config_.epoch) return Refusal::kNotSigned;
  uint64_t at = unixSeconds;
  if (!isFirst && at < last.at) {
    if (last.at - at > kSlewSeconds) return Refusal::kClockBehind;
    at = last.at;
  }
  const bool isNewEpoch = isFirst || last.epoch != config_.epoch;
  const Registers before = isNewEpoch ? Registers{0, 0, 0} : Registers{last.generatedWh, last.consumedWh, last.exportedWh};
  Registers now = before;
  if (!source_.read(before, now)) return Refusal::kNoLook;
  if (!isNewEpoch && !isPossible(before, now, at - last.at)) return Refusal::kImpossibleJump;
  SignedReading reading = {{config_.system, config_.meter, config_.epoch, isNewEpoch ? 0 : last.seq + 1, at,
                            now.generatedWh, now.consumedWh, now.exportedWh},
                           {}};
  uint8_t bytes[kSignedBytes];
  signedBytes(reading.reading, config_.domain, bytes);
  if (!signer_.sign(bytes, kSignedBytes, reading.signature)) return Refusal::kNotSigned;
  // Stored before anybody sees it, so that a number is never given to two.
  if (!outbox_.append(reading)) return Refusal::kNotStored;
  source_.stored();
  for (uint64_t &impossible : impossibleWh_) impossible = UINT64_MAX;
  return Refusal::kNone;
}

bool Meter::isPossible(const Registers &before, const Registers &now, uint64_t seconds) {
  const uint64_t bound = boundWh(config_.capacityW, seconds);
  const uint64_t old[3] = {before.generatedWh, before.consumedWh, before.exportedWh};
  const uint64_t fresh[3] = {now.generatedWh, now.consumedWh, now.exportedWh};
  bool possible = true;
  for (int i = 0; i < 3; ++i) {
    if (fresh[i] < old[i]) {
      possible = false;
      continue;
    }
    const uint64_t rise = fresh[i] - old[i];
    if (rise <= bound && rise < impossibleWh_[i]) continue;
    possible = false;
    if (rise > bound + boundWh(config_.capacityW, kWorkedOffSeconds) && rise < impossibleWh_[i]) impossibleWh_[i] = rise;
  }
  return possible;
}

void Meter::send(uint32_t monotonicMs) {
  const bool isConnected = transport_.isConnected();
  // Nobody knows what the old connection delivered: from the oldest again.
  if (isConnected && !wasConnected_) isRound_ = false;
  wasConnected_ = isConnected;
  if (!isConnected) return;
  if (isRound_ && monotonicMs - roundMs_ >= config_.patienceMs) isRound_ = false;
  SignedReading reading;
  if (!outbox_.next(isRound_ ? &sent_ : nullptr, reading)) return;
  char message[kMessageBytes];
  const size_t length = writeMessage(reading, message, sizeof message);
  if (length == 0 || !transport_.send(message, length)) return;
  if (!isRound_) roundMs_ = monotonicMs;
  isRound_ = true;
  sent_ = reading.reading;
}

bool Meter::onAck(const char *text, size_t length) { return applyAck(text, length, outbox_); }

}  // namespace heliobond
