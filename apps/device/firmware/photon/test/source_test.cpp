#include <string>
#include <vector>

#include "../src/core/bytes.h"
#include "../src/core/modbus_rtu.h"
#include "../src/core/registers.h"
#include "../src/core/text.h"
#include "harness.h"
#include "random.h"

using namespace heliobond;

TEST("pulses become watt-hours without losing the rest, whatever the meter's constant") {
  Random random(2);
  for (const uint32_t pulsesPerKwh : {1u, 300u, 800u, 1000u, 3200u, 10000u}) {
    PulseCounter counter(pulsesPerKwh, 0);
    uint64_t pulses = 0, watts = 0;
    uint32_t now = 0;
    for (int round = 0; round < 200; ++round) {
      for (uint64_t burst = random.below(50); burst > 0; --burst, ++pulses) counter.onPulse(++now);
      const uint64_t pending = counter.pendingWh();
      // A reading that was not stored takes nothing away.
      if (random.below(3) == 0) continue;
      watts += pending;
      counter.keep();
    }
    watts += counter.pendingWh();
    CHECK(watts == pulses * 1000 / pulsesPerKwh);
  }
}

TEST("a bouncing contact is one pulse, also where the milliseconds wrap") {
  PulseCounter counter(1000, 30);
  for (const uint32_t ms : {100u, 105u, 129u, 131u, 4294967290u, 10u, 40u}) counter.onPulse(ms);
  CHECK(counter.pendingWh() == 4);  // at 100, 131, 4294967290 and 40; 10 is 16 ms after the wrap
}

TEST("a pulse that comes between asking and keeping counts the next time") {
  PulseCounter counter(1000, 0);
  counter.onPulse(1);
  CHECK(counter.pendingWh() == 1);
  counter.onPulse(2);
  counter.keep();
  CHECK(counter.pendingWh() == 1);
}

TEST("a register follows the instrument's counter through roll-overs and while the board is off") {
  Random random(3);
  for (const uint32_t step : {1u, 10u, 100u}) {
    uint64_t counted = random.next() >> 33;
    uint64_t wh = followCounter(0, static_cast<uint32_t>(counted), step);
    CHECK(wh == static_cast<uint64_t>(static_cast<uint32_t>(counted)) * step);
    const uint64_t base = wh - counted * step;
    for (int look = 0; look < 300; ++look) {
      counted += random.below(1u << 31);
      wh = followCounter(wh, static_cast<uint32_t>(counted), step);
      CHECK(wh == base + counted * step);
    }
  }
}

TEST("Modbus questions and answers carry the checksum of the specification") {
  uint8_t question[kModbusQuestionBytes];
  modbusQuestion(0x11, 3, 0x006b, 3, question);
  const uint8_t expected[] = {0x11, 0x03, 0x00, 0x6b, 0x00, 0x03, 0x76, 0x87};
  CHECK(std::string(question, question + 8) == std::string(expected, expected + 8));
  const uint8_t answer[] = {0x11, 0x03, 0x06, 0xae, 0x41, 0x56, 0x52, 0x43, 0x40, 0x49, 0xad};
  uint16_t words[3];
  CHECK(modbusAnswer(answer, sizeof answer, 0x11, 3, 3, words) == ModbusAnswer::kOk);
  CHECK(words[0] == 0xae41 && words[1] == 0x5652 && words[2] == 0x4340);
  CHECK(wordPair(words, true) == 0xae415652 && wordPair(words, false) == 0x5652ae41);
}

TEST("half an answer waits; an exception, a garbled or another unit's answer is none") {
  std::vector<uint8_t> answer = {0x11, 0x03, 0x06, 0xae, 0x41, 0x56, 0x52, 0x43, 0x40, 0x49, 0xad};
  uint16_t words[3];
  for (size_t length = 0; length < answer.size(); ++length)
    CHECK(modbusAnswer(answer.data(), length, 0x11, 3, 3, words) == ModbusAnswer::kIncomplete);
  CHECK(modbusAnswer(answer.data(), answer.size(), 0x12, 3, 3, words) == ModbusAnswer::kNotOurs);
  CHECK(modbusAnswer(answer.data(), answer.size(), 0x11, 4, 3, words) == ModbusAnswer::kNotOurs);
  CHECK(modbusAnswer(answer.data(), answer.size(), 0x11, 3, 2, words) == ModbusAnswer::kNotOurs);
  for (size_t byte = 3; byte < answer.size(); ++byte) {
    answer[byte] ^= 0x10;
    CHECK(modbusAnswer(answer.data(), answer.size(), 0x11, 3, 3, words) == ModbusAnswer::kNotOurs);
    answer[byte] ^= 0x10;
  }
  uint8_t exception[] = {0x11, 0x83, 0x06, 0, 0};
  const uint16_t crc = modbusCrc(exception, 3);
  exception[3] = static_cast<uint8_t>(crc);
  exception[4] = static_cast<uint8_t>(crc >> 8);
  CHECK(modbusAnswer(exception, sizeof exception, 0x11, 3, 3, words) == ModbusAnswer::kException);
}

TEST("numbers, times and base64 are written as the other implementations write them") {
  const auto written = [](auto write) {
    char out[80];
    TextWriter writer(out, sizeof out);
    write(writer);
    return std::string(out, writer.length());
  };
  CHECK(written([](TextWriter &w) { w.decimal(0); }) == "0");
  CHECK(written([](TextWriter &w) { w.decimal(UINT64_MAX); }) == "18446744073709551615");
  CHECK(written([](TextWriter &w) { w.utcTime(0); }) == "1970-01-01T00:00:00Z");
  CHECK(written([](TextWriter &w) { w.utcTime(951782399); }) == "2000-02-28T23:59:59Z");
  CHECK(written([](TextWriter &w) { w.utcTime(951782400); }) == "2000-02-29T00:00:00Z");
  CHECK(written([](TextWriter &w) { w.utcTime(253402300799); }) == "9999-12-31T23:59:59Z");
  for (const auto &[bytes, text] : std::vector<std::pair<std::string, std::string>>{
           {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}})
    CHECK(written([&bytes = bytes](TextWriter &w) {
            w.base64(reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size());
          }) == text);
  CHECK(crc32(reinterpret_cast<const uint8_t *>("123456789"), 9) == 0xcbf43926u);
}

TEST("a text that does not fit is cut nowhere: it is none") {
  char out[8];
  TextWriter writer(out, sizeof out);
  writer.text("1234567");
  CHECK(writer.ok());
  writer.text("8");
  CHECK(!writer.ok() && std::string(out) == "1234567");
}
