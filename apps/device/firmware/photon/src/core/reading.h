// What a meter says: cumulative registers at one moment, and the bytes that are signed.
#pragma once

#include <cstddef>
#include <cstdint>

namespace heliobond {

/// Unused registers are 0. Within an epoch registers never fall and (epoch, seq) grows; `at` never falls.
struct Reading {
  uint32_t system;
  uint32_t meter;
  uint32_t epoch;
  uint64_t seq;
  /// Unix seconds.
  uint64_t at;
  /// Watt-hours.
  uint64_t generatedWh;
  uint64_t consumedWh;
  uint64_t exportedWh;
};

constexpr size_t kKeyBytes = 32;
constexpr size_t kSignatureBytes = 64;
constexpr size_t kSignedBytes = 124;

struct SignedReading {
  Reading reading;
  uint8_t signature[kSignatureBytes];
};

/// What readings are signed for: one network and one energy contract.
struct Domain {
  /// SHA-256 of the network's passphrase.
  uint8_t networkId[32];
  uint8_t energyContractId[32];
};

/// Writes the 124 bytes, big-endian: `HBREAD01`, network id, contract id, system, meter, epoch (u32 each), seq, at,
/// generatedWh, consumedWh, exportedWh (u64 each). The same for MQTT, HTTP, the contract and every device.
void signedBytes(const Reading &reading, const Domain &domain, uint8_t out[kSignedBytes]);

/// Longest JSON message: ten fields with their largest values.
constexpr size_t kMessageBytes = 420;

/// Writes the JSON message of the reading topic and returns its length, or 0 if it does not fit into `capacity`.
size_t writeMessage(const SignedReading &reading, char *out, size_t capacity);

}  // namespace heliobond
