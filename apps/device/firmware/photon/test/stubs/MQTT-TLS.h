// Declarations of what the board's code uses of the library MQTT-TLS; ours, written from its header.
#pragma once

#include <cstddef>
#include <cstdint>

class MQTT {
 public:
  enum EMQTT_QOS { QOS0, QOS1, QOS2 };
  enum MQTT_VERSION { MQTT_V31 = 3, MQTT_V311 = 4 };
  MQTT(char *domain, uint16_t port, int keepalive, void (*callback)(char *, uint8_t *, unsigned int), int maxPacket);
  int enableTls(const char *rootCaPem, size_t size);
  bool connect(const char *id, const char *user, const char *password, const char *willTopic, EMQTT_QOS willQos,
               uint8_t willRetain, const char *willMessage, bool cleanSession, MQTT_VERSION version);
  void disconnect();
  bool publish(const char *topic, const uint8_t *payload, unsigned int length, EMQTT_QOS qos, uint16_t *id = nullptr);
  bool publish(const char *topic, const uint8_t *payload, unsigned int length, bool retain, EMQTT_QOS qos,
               uint16_t *id = nullptr);
  bool subscribe(const char *topic, EMQTT_QOS qos);
  bool loop();
  bool isConnected();
};
