// The meter itself: looks, signs, stores, sends again until Heliobond acknowledges. All that differs between boards comes in.
#pragma once

#include "outbox.h"
#include "reading.h"
#include "registers.h"
#include "signer.h"

namespace heliobond {

struct MeterConfig {
  uint32_t system;
  uint32_t meter;
  /// As the registry says; it rises when the meter is replaced or reset.
  uint32_t epoch;
  /// More than this cannot have flowed.
  uint32_t capacityW;
  Domain domain;
  uint32_t readingSeconds;
  /// Unix seconds before which no clock can be right.
  uint64_t notBefore;
  /// Without acknowledgement for so long a reading is sent again.
  uint32_t patienceMs;
};

/// Brings a message to Heliobond. What it returns promises nothing: only our acknowledgement does.
class Transport {
 public:
  virtual ~Transport() = default;
  virtual bool isConnected() = 0;
  virtual bool send(const char *message, size_t length) = 0;
};

/// Why there was no reading at the last due time.
enum class Refusal { kNone, kClockNotSet, kClockBehind, kNoLook, kImpossibleJump, kNotSigned, kNotStored };

class Meter {
 public:
  Meter(const MeterConfig &config, Source &source, Signer &signer, Outbox &outbox, Transport &transport)
      : config_(config), source_(source), signer_(signer), outbox_(outbox), transport_(transport) {}

  /// To be called often.
  /// @param unixSeconds 0 while the clock is not set.
  /// @param monotonicMs of a clock that nobody sets; it may wrap.
  void tick(uint64_t unixSeconds, uint32_t monotonicMs);
  /// What came on the ack topic. False if it is none of ours.
  bool onAck(const char *text, size_t length);
  Refusal refusal() const { return refusal_; }

 private:
  Refusal take(uint64_t unixSeconds);
  bool isPossible(const Registers &before, const Registers &now, uint64_t seconds);
  void send(uint32_t monotonicMs);

  const MeterConfig config_;
  Source &source_;
  Signer &signer_;
  Outbox &outbox_;
  Transport &transport_;
  Refusal refusal_ = Refusal::kNone;
  uint64_t nextAt_ = 0;
  /// A rise that was far too large when it was seen stays impossible, however long one waits; by register.
  uint64_t impossibleWh_[3] = {UINT64_MAX, UINT64_MAX, UINT64_MAX};
  /// The last reading sent in this round, and when the round began.
  bool isRound_ = false;
  Reading sent_ = {};
  uint32_t roundMs_ = 0;
  bool wasConnected_ = false;
};

}  // namespace heliobond
