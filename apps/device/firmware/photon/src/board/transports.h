// The ways out of the board. What they return promises nothing: a reading is forgotten on Heliobond's own acknowledgement.
#pragma once

#include <cstdio>
#include <cstring>

#include "../config.h"
#include "../core/meter.h"
#include "Particle.h"

#if HELIOBOND_TRANSPORT == HELIOBOND_MQTT
#include "MQTT-TLS.h"
#endif

namespace heliobond {

/// Hears what comes on the ack topic, or as the webhook's answer. Set before `begin`.
extern void onAckText(const char *text, size_t length);

#if HELIOBOND_TRANSPORT == HELIOBOND_MQTT
class MqttTransport : public Transport {
 public:
  void begin() {
    char base[48];
    std::snprintf(base, sizeof base, "heliobond/v1/%lu/%lu/", static_cast<unsigned long>(kMeterConfig.system),
                  static_cast<unsigned long>(kMeterConfig.meter));
    std::snprintf(reading_, sizeof reading_, "%sreading", base);
    std::snprintf(ack_, sizeof ack_, "%sack", base);
    std::snprintf(status_, sizeof status_, "%sstatus", base);
    std::snprintf(id_, sizeof id_, "heliobond-meter-%lu-%lu", static_cast<unsigned long>(kMeterConfig.system),
                  static_cast<unsigned long>(kMeterConfig.meter));
    client_.enableTls(kBrokerCa, sizeof kBrokerCa);
  }
  /// To be called often: keeps the connection, hears acknowledgements.
  void loop() {
    if (client_.isConnected()) {
      client_.loop();
      return;
    }
    if (millis() - lastTryMs_ < pauseMs_ && lastTryMs_ != 0) return;
    lastTryMs_ = millis();
    // A session that the broker keeps, and a last will: who is gone is known to be gone.
    const bool up = client_.connect(id_, kBrokerUser, kBrokerPassword, status_, MQTT::QOS1, 1,
                                    "{\"online\":false,\"reason\":\"lost\"}", false, MQTT::MQTT_V311) &&
                    client_.subscribe(ack_, MQTT::QOS1);
    if (!up) {
      client_.disconnect();
      // Half to whole of a doubling pause: a town's boards must not all come back in one second after a power cut.
      pauseMs_ = pauseMs_ < 32000 ? pauseMs_ * 2 : 64000;
      lastTryMs_ -= random(static_cast<int>(pauseMs_ / 2));
      return;
    }
    pauseMs_ = 1000;
    static const char birth[] = "{\"online\":true,\"firmware\":\"heliobond-photon 1\"}";
    client_.publish(status_, reinterpret_cast<const uint8_t *>(birth), sizeof birth - 1, true, MQTT::QOS1);
  }
  bool isConnected() override { return client_.isConnected(); }
  bool send(const char *message, size_t length) override {
    return client_.publish(reading_, reinterpret_cast<const uint8_t *>(message), static_cast<unsigned int>(length), MQTT::QOS1);
  }

 private:
  static void onMessage(char *topic, uint8_t *payload, unsigned int length) {
    const size_t end = std::strlen(topic);
    if (end > 4 && std::strcmp(topic + end - 4, "/ack") == 0) onAckText(reinterpret_cast<const char *>(payload), length);
  }
  /// Topic, message and headers: more than the library's 255 bytes.
  MQTT client_{const_cast<char *>(kBroker), kBrokerPort, 30, &MqttTransport::onMessage, 768};
  char reading_[64] = {}, ack_[64] = {}, status_[64] = {}, id_[48] = {};
  uint32_t lastTryMs_ = 0;
  uint32_t pauseMs_ = 1000;
};
using BoardTransport = MqttTransport;
#else
/// By the Particle cloud's webhook, whose response template puts Heliobond's answer into the form of an acknowledgement.
class WebhookTransport : public Transport {
 public:
  void begin() { Particle.subscribe("hook-response/heliobond-reading", &WebhookTransport::onAnswer); }
  void loop() {}
  bool isConnected() override { return Particle.connected(); }
  bool send(const char *message, size_t) override {
    // The cloud takes one event a second.
    if (lastMs_ != 0 && millis() - lastMs_ < 1100) return false;
    lastMs_ = millis();
    return Particle.publish("heliobond-reading", message, PRIVATE);
  }

 private:
  static void onAnswer(const char *, const char *data) { onAckText(data, std::strlen(data)); }
  uint32_t lastMs_ = 0;
};
using BoardTransport = WebhookTransport;
#endif

}  // namespace heliobond
