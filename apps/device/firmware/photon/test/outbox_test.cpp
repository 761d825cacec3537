#include "../src/core/outbox.h"

#include <string>
#include <vector>

#include "../src/core/ack.h"
#include "harness.h"
#include "memory_store.h"
#include "random.h"

using namespace heliobond;

namespace {
SignedReading reading(uint64_t seq, uint64_t at = 0, uint32_t epoch = 1) {
  return {{3, 7, epoch, seq, at == 0 ? 1000 + seq : at, seq * 10, 0, 0}, {static_cast<uint8_t>(seq)}};
}

std::vector<uint64_t> waiting(Outbox &outbox) {
  std::vector<uint64_t> found;
  SignedReading one;
  Reading after;
  for (bool first = true; outbox.next(first ? nullptr : &after, one); first = false) {
    found.push_back(one.reading.seq);
    after = one.reading;
  }
  return found;
}

bool ack(Outbox &outbox, const std::string &text) { return applyAck(text.c_str(), text.size(), outbox); }
using Numbers = std::vector<uint64_t>;
}  // namespace

TEST("readings wait in order until they are acknowledged, and are remembered over a power cut") {
  MemoryStore store(8);
  {
    Outbox outbox(store);
    CHECK(outbox.begin());
    Reading last;
    CHECK(!outbox.last(last));
    for (uint64_t seq = 0; seq < 5; ++seq) CHECK(outbox.append(reading(seq)));
    outbox.acknowledge(1, 0, 1);
    outbox.acknowledge(2, 2, 4);
    CHECK((waiting(outbox) == Numbers{2, 3, 4}));
  }
  Outbox again(store);
  CHECK(again.begin());
  Reading last;
  CHECK(again.last(last) && last.seq == 4 && last.generatedWh == 40);
  // Acknowledgements are not written: sent once more, they change nothing.
  CHECK((waiting(again) == Numbers{0, 1, 2, 3, 4}));
}

TEST("what is acknowledged makes room; the last reading keeps its number") {
  MemoryStore store(4);
  Outbox outbox(store);
  CHECK(outbox.begin());
  for (uint64_t seq = 0; seq < 40; ++seq) {
    CHECK(outbox.append(reading(seq)));
    outbox.acknowledge(1, 0, seq);
    CHECK(outbox.waiting() == 0);
  }
  CHECK(outbox.thinned() == 0);
  Outbox again(store);
  CHECK(again.begin());
  Reading last;
  CHECK(again.last(last) && last.seq == 39);
}

TEST("a full store gives up what is closest in time, never the oldest or the newest") {
  MemoryStore store(5);
  Outbox outbox(store);
  CHECK(outbox.begin());
  for (uint64_t seq = 0; seq < 200; ++seq) {
    CHECK(outbox.append(reading(seq, 1000 + seq * 60)));
    const Numbers left = waiting(outbox);
    CHECK(left.front() == 0 && left.back() == seq);
  }
  const Numbers left = waiting(outbox);
  CHECK(left.size() == 5);
  CHECK(outbox.thinned() == 195);
  // No gap swallows nearly everything: the readings stay spread.
  for (size_t i = 1; i < left.size(); ++i) CHECK(left[i] - left[i - 1] <= 130);
}

TEST("a new epoch comes after the old one, whatever its numbers") {
  MemoryStore store(6);
  Outbox outbox(store);
  CHECK(outbox.begin());
  CHECK(outbox.append(reading(90)));
  CHECK(outbox.append(reading(0, 5000, 2)));
  CHECK((waiting(outbox) == Numbers{90, 0}));
  Reading last;
  CHECK(outbox.last(last) && last.epoch == 2);
}

TEST("a store that takes a write and keeps something else is caught, and the number stays free") {
  MemoryStore store(4);
  Outbox outbox(store);
  CHECK(outbox.begin());
  CHECK(outbox.append(reading(0)));
  store.isWorn = true;
  CHECK(!outbox.append(reading(1)));
  Reading last;
  CHECK(outbox.last(last) && last.seq == 0);
  CHECK((waiting(outbox) == Numbers{0}));
}

TEST("a store of one slot is refused: the next reading would overwrite the last") {
  MemoryStore one(1);
  Outbox outbox(one);
  CHECK(!outbox.begin());
}

// The law that a number rests on: whenever the power ends, no number that anybody can have seen is given again.
TEST("the power may end at any byte: what was stored is there, and no number is given twice") {
  Random random(1);
  const int runs = 400;
  for (int run = 0; run < runs; ++run) {
    MemoryStore store(2 + random.below(6));
    uint64_t seen = 0;  // one more than the highest number that was stored, and so may have been sent
    bool wasCut = false;
    for (int life = 0; life < 6; ++life) {
      store.bytesUntilCut = static_cast<long>(random.below(12 * kRecordBytes));
      Outbox outbox(store);
      CHECK(outbox.begin());
      Reading last;
      const bool any = outbox.last(last);
      const uint64_t next = any ? last.seq + 1 : 0;
      // A write that was cut may be whole: what was missing of it lay there already. Nobody has seen it, and it is kept.
      CHECK(next == seen || (wasCut && next == seen + 1));
      seen = next;
      wasCut = false;
      try {
        for (uint64_t seq = next;; ++seq) {
          if (!outbox.append(reading(seq))) break;
          seen = seq + 1;
          if (random.below(2) == 0) outbox.acknowledge(1, 0, random.below(seq + 1));
        }
      } catch (const PowerCut &) {
        wasCut = true;
      }
      store.bytesUntilCut = -1;
    }
  }
  std::printf("  %d runs of 6 lives\n", runs);
}

TEST("our acknowledgement is read in the words of the protocol") {
  MemoryStore store(16);
  Outbox outbox(store);
  CHECK(outbox.begin());
  for (uint64_t seq = 0; seq < 10; ++seq) CHECK(outbox.append(reading(seq)));
  CHECK(ack(outbox, R"({"epoch":1,"stored":[["0","2"],["5","5"]],"refused":[{"seq":"7","code":"REGISTER_FELL"}]})"));
  CHECK((waiting(outbox) == Numbers{3, 4, 6, 8, 9}));
  CHECK(ack(outbox, "{ \"epoch\": 1, \"stored\": [ [\"9\", \"18446744073709551615\"] ],\n \"refused\": [] }"));
  CHECK((waiting(outbox) == Numbers{3, 4, 6, 8}));
}

TEST("what is no acknowledgement, or only half of one, makes nobody forget") {
  MemoryStore store(8);
  Outbox outbox(store);
  CHECK(outbox.begin());
  CHECK(outbox.append(reading(0)));
  CHECK(outbox.append(reading(1)));
  const std::string whole = R"({"epoch":1,"stored":[["0","0"]],"refused":[{"seq":"1","code":"X"}]})";
  for (size_t length = 0; length < whole.size(); ++length) CHECK(!ack(outbox, whole.substr(0, length)));
  for (const char *text : {
           R"({"epoch":1,"stored":[["1","0"]],"refused":[]})", R"({"epoch":1,"stored":[[0,1]],"refused":[]})",
           R"({"epoch":"1","stored":[["0","1"]],"refused":[]})", R"({"epoch":4294967296,"stored":[["0","1"]],"refused":[]})",
           R"({"epoch":1,"stored":[["0","18446744073709551616"]],"refused":[]})",
           R"({"epoch":1,"stored":[["00","1"]],"refused":[]})", R"({"stored":[["0","1"]],"epoch":1,"refused":[]})",
           R"({"epoch":1,"stored":[["0","1"]],"refused":[]}x)", R"({"epoch":1,"stored":[["0","1"]]})",
           R"({"epoch":1,"stored":[["0","1"]],"refused":[{"seq":"1","code":"a\"b"}]})",
       })
    CHECK(!ack(outbox, text));
  CHECK((waiting(outbox) == Numbers{0, 1}));
}
