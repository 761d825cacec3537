#include "../src/core/meter.h"

#include <memory>
#include <string>
#include <vector>

#include "harness.h"
#include "memory_store.h"
#include "random.h"
#include "sodium_signer.h"

using namespace heliobond;

namespace {
constexpr uint64_t kStart = 1'800'000'000;

struct FakeSource : Source {
  bool read(const Registers &, Registers &out) override {
    out = now;
    return answers;
  }
  void stored() override { ++kept; }
  Registers now = {0, 0, 0};
  bool answers = true;
  int kept = 0;
};

/// What Heliobond got, as it came; it acknowledges what it is told to.
struct FakeCloud : Transport {
  bool isConnected() override { return connected; }
  bool send(const char *message, size_t length) override {
    received.emplace_back(message, length);
    return true;
  }
  bool connected = true;
  std::vector<std::string> received;
};

struct World {
  explicit World(size_t slots = 32) : store(slots) { start(); }
  MeterConfig config = {3, 7, 1, 1000, {{1}, {2}}, 60, 1'700'000'000, 10'000};
  MemoryStore store;
  FakeSource source;
  FakeCloud cloud;
  uint8_t seed[32] = {9};
  SodiumSigner signer{seed};
  std::unique_ptr<Outbox> outbox;
  std::unique_ptr<Meter> meter;
  uint64_t seconds = kStart;
  uint32_t ms = 0;
  uint64_t step = 1;

  void start() {
    outbox = std::make_unique<Outbox>(store);
    CHECK(outbox->begin());
    meter = std::make_unique<Meter>(config, source, signer, *outbox, cloud);
  }
  /// Time passes, and energy with it.
  void run(uint64_t forSeconds, uint64_t whPerMinute = 10) {
    for (const uint64_t end = seconds + forSeconds; seconds < end;) {
      seconds += step;
      ms += static_cast<uint32_t>(step * 1000);
      if (seconds % 60 == 0) source.now.generatedWh += whPerMinute;
      meter->tick(seconds, ms);
    }
  }
  Reading last() {
    Reading last = {};
    outbox->last(last);
    return last;
  }
  void ackAll() {
    const std::string text = R"({"epoch":1,"stored":[["0","18446744073709551615"]],"refused":[]})";
    CHECK(meter->onAck(text.data(), text.size()));
  }
};
}  // namespace

TEST("reads on the full period, signs, stores, sends each once until it is acknowledged") {
  World world;
  world.config.patienceMs = 1'000'000;
  world.start();
  world.run(301);
  CHECK(world.cloud.received.size() == 6);  // at once, then at five full minutes
  CHECK(world.last().at == kStart + 300 && world.last().seq == 5 && world.last().generatedWh == 50);
  CHECK(world.source.kept == 6);
  world.ackAll();
  world.run(30);
  CHECK(world.cloud.received.size() == 6);
  SignedReading none;
  CHECK(!world.outbox->next(nullptr, none));
}

TEST("every message's signature is the meter's over the 124 bytes") {
  World world;
  world.run(120);
  SignedReading one;
  CHECK(world.outbox->next(nullptr, one));
  uint8_t bytes[kSignedBytes];
  signedBytes(one.reading, world.config.domain, bytes);
  CHECK(world.signer.verifies(bytes, sizeof bytes, one.signature));
}

TEST("what nobody acknowledged is sent again after a while, and at once after a new connection") {
  World world;
  world.config.patienceMs = 100'000;
  world.start();
  world.run(61);
  CHECK(world.cloud.received.size() == 2);
  world.run(30);
  CHECK(world.cloud.received.size() == 2);
  world.run(20);
  CHECK(world.cloud.received.size() == 4 && world.cloud.received[2] == world.cloud.received[0]);
  world.cloud.connected = false;
  world.run(2);
  const size_t before = world.cloud.received.size();
  world.cloud.connected = true;
  world.run(2);
  CHECK(world.cloud.received.size() == before + 2);
  CHECK(world.cloud.received[before] == world.cloud.received[0]);
}

TEST("nothing is signed without a sane time, and what flowed meanwhile is in the next reading") {
  World world;
  world.seconds = 0;
  world.run(120);
  CHECK(world.meter->refusal() == Refusal::kClockNotSet);
  CHECK(world.outbox->waiting() == 0);
  world.seconds = kStart;
  world.run(60);
  CHECK(world.meter->refusal() == Refusal::kNone && world.last().generatedWh == 30);
}

TEST("a clock that falls back is waited for; one that was ahead and signed nothing is forgotten") {
  World world;
  world.run(60);
  world.seconds -= 3600;
  world.run(120, 0);
  CHECK(world.meter->refusal() == Refusal::kClockBehind);
  world.run(3600, 0);
  CHECK(world.meter->refusal() == Refusal::kNone);

  World ahead;
  ahead.source.answers = false;
  ahead.seconds += 31'536'000;
  ahead.run(60);
  ahead.source.answers = true;
  ahead.seconds = kStart;
  ahead.run(60);
  CHECK(ahead.meter->refusal() == Refusal::kNone && ahead.last().at == kStart + 60);
}

TEST("a steered clock repeats its time rather than falling") {
  World world;
  world.run(60);
  const uint64_t at = world.last().at;
  world.seconds -= 4;
  world.config.readingSeconds = 1;
  world.start();
  world.run(1);
  CHECK(world.last().at == at && world.last().seq == 2);
}

TEST("a register that fell or jumped makes no reading; by no patience either; a new epoch takes it as it stands") {
  World world;
  world.run(120);
  const Reading before = world.last();
  world.source.now.generatedWh = 5;
  world.run(60, 0);
  CHECK(world.meter->refusal() == Refusal::kImpossibleJump);
  world.source.now.generatedWh = 100'000;
  world.run(60, 0);
  CHECK(world.meter->refusal() == Refusal::kImpossibleJump);
  world.seconds += 30 * 86'400;
  world.run(60, 0);
  CHECK(world.meter->refusal() == Refusal::kImpossibleJump);
  CHECK(world.last().seq == before.seq);
  world.config.epoch = 2;
  world.start();
  world.run(1, 0);
  CHECK(world.last().epoch == 2 && world.last().seq == 0 && world.last().generatedWh == 100'000);
}

TEST("a key that cannot sign and a store that cannot write make no reading and take no energy away") {
  World world;
  world.run(60);
  const int kept = world.source.kept;
  world.signer.broken = true;
  world.run(60);
  CHECK(world.meter->refusal() == Refusal::kNotSigned);
  world.signer.broken = false;
  world.store.isWorn = true;
  world.run(60);
  CHECK(world.meter->refusal() == Refusal::kNotStored && world.source.kept == kept);
  world.store.isWorn = false;
  world.run(60);
  CHECK(world.meter->refusal() == Refusal::kNone && world.last().seq == 2 && world.last().generatedWh == 40);
}

// The week of a device in a cabinet: power and network go at random; registers end right and no number bears two contents.
TEST("through a simulated week of cuts every number has one content and the last register is what flowed") {
  Random random(4);
  World world(48);
  world.step = 10;
  world.config.readingSeconds = 300;
  world.start();
  std::vector<std::string> contents;
  const auto remember = [&](const std::string &message) {
    const size_t at = message.find("\"seq\":\"") + 7;
    const size_t seq = std::stoul(message.substr(at));
    if (contents.size() <= seq) contents.resize(seq + 1);
    CHECK(contents[seq].empty() || contents[seq] == message);
    contents[seq] = message;
  };
  int cuts = 0;
  while (world.seconds < kStart + 7 * 86'400) {
    if (random.below(3) == 0) world.cloud.connected = !world.cloud.connected;
    if (random.below(2) == 0) world.store.bytesUntilCut = static_cast<long>(random.below(20 * kRecordBytes));
    try {
      world.run((180 + random.below(720)) * world.step);
    } catch (const PowerCut &) {
      ++cuts;
    }
    world.store.bytesUntilCut = -1;
    for (const std::string &message : world.cloud.received) remember(message);
    world.cloud.received.clear();
    if (random.below(2) == 0) world.ackAll();
    if (random.below(4) == 0) world.start();
  }
  world.start();
  world.cloud.connected = true;
  // To the end of an interval: what flows after the last reading is in the next one.
  world.run(600 - world.seconds % 300);
  CHECK(world.last().generatedWh == world.source.now.generatedWh);
  CHECK(world.last().seq + 1 > 1'500);
  std::printf("  %d power cuts within a write, %zu numbers\n", cuts, static_cast<size_t>(world.last().seq + 1));
}
