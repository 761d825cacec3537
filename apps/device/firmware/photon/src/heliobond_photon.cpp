// The board's program: wires the core to pins, flash, key and network. It holds no rule of its own.
#include "Particle.h"
#include "board/eeprom_store.h"
#include "board/key.h"
#include "board/sources.h"
#include "board/transports.h"
#include "config.h"
#include "core/file_store.h"
#include "core/meter.h"

SYSTEM_MODE(SEMI_AUTOMATIC);
SYSTEM_THREAD(ENABLED);

namespace {
using namespace heliobond;

BoardSigner signer;
BoardTransport transport;
#if HELIOBOND_SOURCE == HELIOBOND_PULSES
PulseSource source;
#else
ModbusSource source;
#endif

#if PLATFORM_ID == PLATFORM_PHOTON_PRODUCTION || PLATFORM_ID == PLATFORM_P1
EepromStore store(kKeyRoom);
#else
FileStore store("/usr/heliobond", 512);
#endif
Outbox outbox(store);
Meter meter(kMeterConfig, source, signer, outbox, transport);
bool ready = false;

void printKey() {
  uint8_t key[kKeyBytes];
  if (!signer.publicKey(key)) return;
  Serial.print("public key: ");
  for (const uint8_t byte : key) Serial.printf("%02x", byte);
  Serial.println();
}
}  // namespace

namespace heliobond {
void onAckText(const char *text, size_t length) { meter.onAck(text, length); }
}  // namespace heliobond

void setup() {
  Serial.begin(115200);
  ready = signer.begin() && outbox.begin();
  source.begin();
  transport.begin();
  // The cloud sets the clock, also where readings go by MQTT.
  Particle.connect();
}

void loop() {
  if (!ready) {
    Serial.println("no key or no store: this board signs nothing");
    delay(10000);
    return;
  }
  // Whoever registers the meter asks for its key over USB.
  if (Serial.available() > 0 && Serial.read() == 'k') printKey();
  transport.loop();
  meter.tick(Time.isValid() ? static_cast<uint64_t>(Time.now()) : 0, millis());
  delay(20);
}
