// Our acknowledgement: what of one epoch Heliobond has stored, and what it will never take.
#pragma once

#include <cstddef>
#include <cstdint>

namespace heliobond {

class Outbox;

/// Reads `{"epoch":1,"stored":[["4700","4711"]],"refused":[{"seq":"4712","code":"REGISTER_FELL"}]}` and forgets what it
/// names. Whatever it does not understand to its end makes it forget nothing: false.
bool applyAck(const char *text, size_t length, Outbox &outbox);

}  // namespace heliobond
