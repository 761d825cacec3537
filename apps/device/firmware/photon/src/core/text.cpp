#include "text.h"

namespace heliobond {

namespace {
constexpr uint64_t kSecondsOfDay = 86400;
constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

struct CivilDate {
  uint32_t year, month, day;
};

/// The Gregorian date of a day counted from 1970-01-01. Years are counted from March, so that a leap day is a year's last.
CivilDate civilDate(uint64_t days) {
  const uint64_t shifted = days + 719468;  // from 0000-03-01
  const uint64_t era = shifted / 146097;
  const uint64_t ofEra = shifted % 146097;
  const uint64_t yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
  const uint64_t ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const uint64_t marchMonth = (5 * ofYear + 2) / 153;
  const uint64_t day = ofYear - (153 * marchMonth + 2) / 5 + 1;
  const uint64_t month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const uint64_t year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<uint32_t>(year), static_cast<uint32_t>(month), static_cast<uint32_t>(day)};
}
}  // namespace

void TextWriter::put(char c) {
  // One place is the end mark's.
  if (!ok_ || length_ + 1 >= capacity_) {
    ok_ = false;
    return;
  }
  out_[length_++] = c;
  out_[length_] = '\0';
}

void TextWriter::text(const char *part) {
  for (; *part != '\0'; ++part) put(*part);
}

void TextWriter::decimal(uint64_t value) {
  char digits[20];
  size_t count = 0;
  do {
    digits[count++] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value > 0);
  while (count > 0) put(digits[--count]);
}

void TextWriter::padded(uint32_t value, unsigned digits) {
  uint32_t unit = 1;
  for (unsigned digit = 1; digit < digits; ++digit) unit *= 10;
  for (; unit > 0; unit /= 10) put(static_cast<char>('0' + value / unit % 10));
}

void TextWriter::base64(const uint8_t *bytes, size_t length) {
  for (size_t at = 0; at < length; at += 3) {
    const size_t left = length - at;
    const uint32_t group = static_cast<uint32_t>(bytes[at]) << 16 |
                           (left > 1 ? static_cast<uint32_t>(bytes[at + 1]) << 8 : 0u) |
                           (left > 2 ? static_cast<uint32_t>(bytes[at + 2]) : 0u);
    put(kBase64[group >> 18 & 63]);
    put(kBase64[group >> 12 & 63]);
    put(left > 1 ? kBase64[group >> 6 & 63] : '=');
    put(left > 2 ? kBase64[group & 63] : '=');
  }
}

void TextWriter::utcTime(uint64_t unixSeconds) {
  const CivilDate date = civilDate(unixSeconds / kSecondsOfDay);
  const uint32_t ofDay = static_cast<uint32_t>(unixSeconds % kSecondsOfDay);
  padded(date.year, 4);
  text("-");
  padded(date.month, 2);
  text("-");
  padded(date.day, 2);
  text("T");
  padded(ofDay / 3600, 2);
  text(":");
  padded(ofDay / 60 % 60, 2);
  text(":");
  padded(ofDay % 60, 2);
  text("Z");
}

}  // namespace heliobond
