// Readings that nobody has acknowledged yet, over power cuts, in bounded room.
#pragma once

#include "reading.h"
#include "slot_store.h"

namespace heliobond {

/// Keeps readings until Heliobond acknowledges them, in order, and remembers the last one for its number and registers.
///
/// Laws: a reading that `append` took is in the store; a number is given once; the newest reading is never overwritten, so
/// that a write that is cut loses no number. When all slots wait, the reading goes whose neighbours stand closest in time, never
/// the oldest or the newest: registers are cumulative, so no watt-hour is lost, only when within the longer step it flowed.
///
/// What was acknowledged is remembered in memory only: after a power cut it is sent once more, which changes nothing.
class Outbox {
 public:
  /// As many slots as are looked after; more in the store are left alone.
  static constexpr size_t kMostSlots = 512;

  explicit Outbox(SlotStore &store) : store_(store) {}

  /// Reads what is there. False if the store cannot hold two readings: one would be overwritten by the next.
  bool begin();
  /// Stores it. False if it could not be written: it does not exist then, and its number is free.
  bool append(const SignedReading &reading);
  /// The last reading that was stored, acknowledged or not. False before the first.
  bool last(Reading &out) const;
  /// The oldest waiting reading after (epoch, seq), which may be null for the oldest of all. False if none waits there.
  bool next(const Reading *after, SignedReading &out);
  /// Forgets readings of that epoch, from `fromSeq` to `toSeq` inclusive.
  void acknowledge(uint32_t epoch, uint64_t fromSeq, uint64_t toSeq);
  size_t waiting() const;
  /// How many were given up to make room.
  uint32_t thinned() const { return thinned_; }

 private:
  struct Slot {
    bool isUsed;
    bool waits;
    uint32_t epoch;
    uint64_t seq;
    uint64_t at;
  };
  static bool isBefore(const Slot &a, const Slot &b) { return a.epoch != b.epoch ? a.epoch < b.epoch : a.seq < b.seq; }
  size_t free() const;
  size_t victim() const;
  bool load(size_t slot, SignedReading &out);

  SlotStore &store_;
  Slot index_[kMostSlots] = {};
  size_t count_ = 0;
  /// Where the newest reading is; count_ if there is none.
  size_t newest_ = 0;
  Reading last_ = {};
  uint32_t thinned_ = 0;
};

}  // namespace heliobond
