#include "reading.h"

#include <cstring>

#include "bytes.h"
#include "text.h"

namespace heliobond {

void signedBytes(const Reading &reading, const Domain &domain, uint8_t out[kSignedBytes]) {
  uint8_t *at = out;
  std::memcpy(at, "HBREAD01", 8);
  at += 8;
  std::memcpy(at, domain.networkId, 32);
  at += 32;
  std::memcpy(at, domain.energyContractId, 32);
  at += 32;
  at = putU32(at, reading.system);
  at = putU32(at, reading.meter);
  at = putU32(at, reading.epoch);
  at = putU64(at, reading.seq);
  at = putU64(at, reading.at);
  at = putU64(at, reading.generatedWh);
  at = putU64(at, reading.consumedWh);
  putU64(at, reading.exportedWh);
}

size_t writeMessage(const SignedReading &signedReading, char *out, size_t capacity) {
  const Reading &reading = signedReading.reading;
  TextWriter writer(out, capacity);
  const auto number = [&writer](const char *name, uint64_t value) {
    writer.text(name);
    writer.decimal(value);
  };
  // u64 values are texts: a JSON number loses what lies above 2^53.
  number("{\"system\":", reading.system);
  number(",\"meter\":", reading.meter);
  number(",\"epoch\":", reading.epoch);
  number(",\"seq\":\"", reading.seq);
  writer.text("\",\"at\":\"");
  writer.utcTime(reading.at);
  number("\",\"generatedWh\":\"", reading.generatedWh);
  number("\",\"consumedWh\":\"", reading.consumedWh);
  number("\",\"exportedWh\":\"", reading.exportedWh);
  writer.text("\",\"signature\":\"");
  writer.base64(signedReading.signature, kSignatureBytes);
  writer.text("\"}");
  return writer.ok() ? writer.length() : 0;
}

}  // namespace heliobond
