// Reads lines of `networkId contractId seed system meter epoch seq at generatedWh consumedWh exportedWh` and prints for each the
// signed bytes, the public key, the signature and the message: what the published vectors hold.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

#include "../src/core/reading.h"
#include "sodium_signer.h"
#include "vectors.h"

namespace {
bool fromHex(const std::string &text, uint8_t *out, size_t length) {
  if (text.size() != 2 * length) return false;
  for (size_t i = 0; i < length; ++i) out[i] = static_cast<uint8_t>(std::stoul(text.substr(2 * i, 2), nullptr, 16));
  return true;
}

void printHex(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; ++i) std::printf("%02x", bytes[i]);
}
}  // namespace

int printVectors() {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream fields(line);
    std::string network, contract, seedText;
    heliobond::Domain domain;
    heliobond::SignedReading one = {};
    heliobond::Reading &r = one.reading;
    uint8_t seed[32];
    fields >> network >> contract >> seedText >> r.system >> r.meter >> r.epoch >> r.seq >> r.at >> r.generatedWh >>
        r.consumedWh >> r.exportedWh;
    if (!fields || !fromHex(network, domain.networkId, 32) || !fromHex(contract, domain.energyContractId, 32) ||
        !fromHex(seedText, seed, 32))
      return 1;
    SodiumSigner signer(seed);
    uint8_t bytes[heliobond::kSignedBytes], key[heliobond::kKeyBytes];
    heliobond::signedBytes(r, domain, bytes);
    char message[heliobond::kMessageBytes];
    if (!signer.publicKey(key) || !signer.sign(bytes, sizeof bytes, one.signature) ||
        heliobond::writeMessage(one, message, sizeof message) == 0)
      return 1;
    printHex(bytes, sizeof bytes);
    std::printf(" ");
    printHex(key, sizeof key);
    std::printf(" ");
    printHex(one.signature, sizeof one.signature);
    std::printf(" %s\n", message);
  }
  return 0;
}
