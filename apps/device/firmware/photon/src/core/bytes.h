// Whole numbers as big-endian bytes, and a checksum.
#pragma once

#include <cstddef>
#include <cstdint>

namespace heliobond {

inline uint8_t *putU32(uint8_t *out, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) *out++ = static_cast<uint8_t>(value >> shift);
  return out;
}

inline uint8_t *putU64(uint8_t *out, uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) *out++ = static_cast<uint8_t>(value >> shift);
  return out;
}

inline uint64_t getBigEndian(const uint8_t *&in, size_t bytes) {
  uint64_t value = 0;
  for (size_t i = 0; i < bytes; ++i) value = value << 8 | *in++;
  return value;
}

/// CRC-32 (IEEE 802.3): tells a record that was written half from a whole one.
uint32_t crc32(const uint8_t *bytes, size_t length);

}  // namespace heliobond
