// What this board is told. Everything else is made on it.
#pragma once

#include "core/meter.h"

/// How readings leave: a broker by MQTT with TLS, or the Particle cloud's webhook.
#define HELIOBOND_MQTT 1
#define HELIOBOND_WEBHOOK 2
#ifndef HELIOBOND_TRANSPORT
#define HELIOBOND_TRANSPORT HELIOBOND_MQTT
#endif

/// Where registers come from: a pulse output (S0), or a meter on Modbus RTU.
#define HELIOBOND_PULSES 1
#define HELIOBOND_MODBUS 2
#ifndef HELIOBOND_SOURCE
#define HELIOBOND_SOURCE HELIOBOND_PULSES
#endif

namespace heliobond {

/// As the approver registered the meter. The two ids are SHA-256 of the network's passphrase and the energy contract's id:
/// `npm run device -- enrol` of a Pi, or the operator's page, says both in hexadecimal.
const MeterConfig kMeterConfig = {
    /* system */ 3,
    /* meter */ 7,
    /* epoch */ 1,
    /* capacityW */ 10000,
    {{0}, {0}},
    /* readingSeconds */ 300,
    /* notBefore, 2026-01-01 */ 1767225600,
    /* patienceMs */ 30000,
};

/// Which register the instrument counts.
enum class Quantity { kGenerated, kConsumed };
constexpr Quantity kQuantity = Quantity::kConsumed;

constexpr uint32_t kPulsesPerKwh = 1000;
/// The meter's shortest pulse and pause: what follows faster is a bounce.
constexpr uint32_t kShortestPulseMs = 30;
constexpr int kPulsePin = 2;  // D2

constexpr uint8_t kModbusUnit = 1;
constexpr uint8_t kModbusFunction = 4;
constexpr uint16_t kModbusAddress = 0x0048;
constexpr bool kModbusHighWordFirst = true;
constexpr uint32_t kModbusWhPerStep = 1;
constexpr uint32_t kModbusBaud = 9600;
constexpr int kModbusDirectionPin = 3;  // D3, of the RS-485 driver

constexpr const char *kBroker = "broker.example";
constexpr uint16_t kBrokerPort = 8883;
constexpr const char *kBrokerUser = "meter-7";
constexpr const char *kBrokerPassword = "from the operator";
/// The authority that signed the broker's certificate, PEM.
constexpr char kBrokerCa[] = "-----BEGIN CERTIFICATE-----\r\n...\r\n-----END CERTIFICATE-----\r\n";

}  // namespace heliobond
