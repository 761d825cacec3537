// Modbus RTU as a master needs it: one question, one answer.
#pragma once

#include <cstddef>
#include <cstdint>

namespace heliobond {

/// CRC-16 of Modbus (polynomial 0xa001, start 0xffff).
uint16_t modbusCrc(const uint8_t *bytes, size_t length);

constexpr size_t kModbusQuestionBytes = 8;
constexpr uint16_t kMostRegisters = 32;
constexpr size_t kModbusAnswerBytes = 5 + 2 * kMostRegisters;

/// "Read holding registers" (3) or "read input registers" (4).
void modbusQuestion(uint8_t unit, uint8_t function, uint16_t address, uint16_t count, uint8_t out[kModbusQuestionBytes]);

enum class ModbusAnswer {
  kOk,
  /// Fewer bytes than an answer has: wait, or give up.
  kIncomplete,
  /// The instrument answered with an exception.
  kException,
  /// Another unit's, another question's, or garbled on the way.
  kNotOurs,
};

/// Reads the answer to a question for `count` registers.
ModbusAnswer modbusAnswer(const uint8_t *bytes, size_t length, uint8_t unit, uint8_t function, uint16_t count,
                          uint16_t out[]);

/// Two registers as one 32-bit number; which comes first differs between makers.
uint32_t wordPair(const uint16_t registers[2], bool highFirst);

}  // namespace heliobond
