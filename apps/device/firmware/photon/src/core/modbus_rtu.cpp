#include "modbus_rtu.h"

namespace heliobond {

uint16_t modbusCrc(const uint8_t *bytes, size_t length) {
  uint16_t crc = 0xffff;
  for (size_t i = 0; i < length; ++i) {
    crc = static_cast<uint16_t>(crc ^ bytes[i]);
    for (int bit = 0; bit < 8; ++bit) crc = static_cast<uint16_t>(crc >> 1 ^ ((crc & 1) != 0 ? 0xa001 : 0));
  }
  return crc;
}

void modbusQuestion(uint8_t unit, uint8_t function, uint16_t address, uint16_t count, uint8_t out[kModbusQuestionBytes]) {
  out[0] = unit;
  out[1] = function;
  out[2] = static_cast<uint8_t>(address >> 8);
  out[3] = static_cast<uint8_t>(address);
  out[4] = static_cast<uint8_t>(count >> 8);
  out[5] = static_cast<uint8_t>(count);
  // The checksum alone travels low byte first.
  const uint16_t crc = modbusCrc(out, 6);
  out[6] = static_cast<uint8_t>(crc);
  out[7] = static_cast<uint8_t>(crc >> 8);
}

ModbusAnswer modbusAnswer(const uint8_t *bytes, size_t length, uint8_t unit, uint8_t function, uint16_t count,
                          uint16_t out[]) {
  if (count == 0 || count > kMostRegisters) return ModbusAnswer::kNotOurs;
  if (length < 5) return ModbusAnswer::kIncomplete;
  const bool isException = bytes[1] == (function | 0x80);
  const size_t whole = isException ? 5 : 5 + 2u * count;
  if (bytes[0] != unit || (!isException && (bytes[1] != function || bytes[2] != 2 * count))) return ModbusAnswer::kNotOurs;
  if (length < whole) return ModbusAnswer::kIncomplete;
  const uint16_t crc = static_cast<uint16_t>(bytes[whole - 2] | bytes[whole - 1] << 8);
  if (length > whole || crc != modbusCrc(bytes, whole - 2)) return ModbusAnswer::kNotOurs;
  if (isException) return ModbusAnswer::kException;
  for (uint16_t i = 0; i < count; ++i) out[i] = static_cast<uint16_t>(bytes[3 + 2 * i] << 8 | bytes[4 + 2 * i]);
  return ModbusAnswer::kOk;
}

uint32_t wordPair(const uint16_t registers[2], bool highFirst) {
  const uint32_t high = registers[highFirst ? 0 : 1];
  return high << 16 | registers[highFirst ? 1 : 0];
}

}  // namespace heliobond
