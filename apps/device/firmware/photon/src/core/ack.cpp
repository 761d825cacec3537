#include "ack.h"

#include <cstring>

#include "outbox.h"

namespace heliobond {

namespace {
/// Reads JSON of a known form, letter by letter. After a fault everything fails.
class Scanner {
 public:
  Scanner(const char *text, size_t length) : at_(text), end_(text + length) {}

  bool take(char wanted) {
    blanks();
    if (at_ == end_ || *at_ != wanted) return false;
    ++at_;
    return true;
  }

  /// A text without escapes, of at most `capacity` - 1 letters.
  bool text(char *out, size_t capacity) {
    if (!take('"')) return false;
    size_t length = 0;
    for (; at_ != end_ && *at_ != '"'; ++at_) {
      if (*at_ == '\\' || static_cast<unsigned char>(*at_) < 0x20 || length + 1 >= capacity) return false;
      out[length++] = *at_;
    }
    out[length] = '\0';
    return take('"');
  }

  /// A whole number without leading zeros; in quotes or not.
  bool number(uint64_t most, bool isQuoted, uint64_t &out) {
    if (isQuoted ? !take('"') : (blanks(), false)) return false;
    const char *start = at_;
    uint64_t value = 0;
    for (; at_ != end_ && *at_ >= '0' && *at_ <= '9'; ++at_) {
      const uint64_t digit = static_cast<uint64_t>(*at_ - '0');
      if (value > (most - digit) / 10) return false;
      value = value * 10 + digit;
    }
    const size_t digits = static_cast<size_t>(at_ - start);
    if (digits == 0 || (digits > 1 && *start == '0')) return false;
    out = value;
    return isQuoted ? take('"') : true;
  }

  bool atEnd() {
    blanks();
    return at_ == end_;
  }

 private:
  void blanks() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\n' || *at_ == '\r')) ++at_;
  }
  const char *at_;
  const char *end_;
};

/// Visits every range of the message; the first pass only checks, so that half a message forgets nothing.
template <typename Visit>
bool parse(const char *text, size_t length, Visit visit) {
  Scanner scan(text, length);
  uint64_t epoch = 0;
  char name[16];
  // The order that we send: the epoch must be known before the ranges.
  if (!scan.take('{') || !scan.text(name, sizeof name) || std::strcmp(name, "epoch") != 0 || !scan.take(':') ||
      !scan.number(UINT32_MAX, false, epoch) || !scan.take(','))
    return false;
  if (!scan.text(name, sizeof name) || std::strcmp(name, "stored") != 0 || !scan.take(':') || !scan.take('[')) return false;
  if (!scan.take(']')) {
    do {
      uint64_t from = 0, to = 0;
      if (!scan.take('[') || !scan.number(UINT64_MAX, true, from) || !scan.take(',') ||
          !scan.number(UINT64_MAX, true, to) || !scan.take(']') || from > to)
        return false;
      visit(static_cast<uint32_t>(epoch), from, to);
    } while (scan.take(','));
    if (!scan.take(']')) return false;
  }
  if (!scan.take(',') || !scan.text(name, sizeof name) || std::strcmp(name, "refused") != 0 || !scan.take(':') ||
      !scan.take('['))
    return false;
  if (!scan.take(']')) {
    do {
      uint64_t seq = 0;
      char code[48];
      if (!scan.take('{') || !scan.text(name, sizeof name) || std::strcmp(name, "seq") != 0 || !scan.take(':') ||
          !scan.number(UINT64_MAX, true, seq) || !scan.take(',') || !scan.text(name, sizeof name) ||
          std::strcmp(name, "code") != 0 || !scan.take(':') || !scan.text(code, sizeof code) || !scan.take('}'))
        return false;
      visit(static_cast<uint32_t>(epoch), seq, seq);
    } while (scan.take(','));
    if (!scan.take(']')) return false;
  }
  return scan.take('}') && scan.atEnd();
}
}  // namespace

bool applyAck(const char *text, size_t length, Outbox &outbox) {
  if (!parse(text, length, [](uint32_t, uint64_t, uint64_t) {})) return false;
  return parse(text, length, [&outbox](uint32_t epoch, uint64_t from, uint64_t to) { outbox.acknowledge(epoch, from, to); });
}

}  // namespace heliobond
