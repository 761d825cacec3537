// Text without the C library's printf: on small boards it cannot print 64 bits.
#pragma once

#include <cstddef>
#include <cstdint>

namespace heliobond {

/// Appends to a buffer of fixed size. Once something did not fit, nothing more is appended and `ok` stays false.
class TextWriter {
 public:
  TextWriter(char *out, size_t capacity) : out_(out), capacity_(capacity) {
    if (capacity_ > 0) out_[0] = '\0';
  }
  void text(const char *part);
  void decimal(uint64_t value);
  /// With leading zeros up to `digits`.
  void padded(uint32_t value, unsigned digits);
  void base64(const uint8_t *bytes, size_t length);
  /// `YYYY-MM-DDTHH:MM:SSZ`.
  void utcTime(uint64_t unixSeconds);
  bool ok() const { return ok_; }
  size_t length() const { return length_; }

 private:
  void put(char c);
  char *out_;
  size_t capacity_;
  size_t length_ = 0;
  bool ok_ = true;
};

}  // namespace heliobond
