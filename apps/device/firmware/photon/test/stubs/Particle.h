// Declarations of what the board's code uses of Particle's Device OS, so that the host's compiler reads that code. They are
// ours, written from its reference; they say nothing about how a board behaves.
#pragma once

#include <cstddef>
#include <cstdint>

#define SYSTEM_MODE(mode) extern const int heliobondSystemMode
#define SYSTEM_THREAD(state) extern const int heliobondSystemThread
#define PLATFORM_PHOTON_PRODUCTION 6
#define PLATFORM_P1 8
#ifndef PLATFORM_ID
#define PLATFORM_ID PLATFORM_PHOTON_PRODUCTION
#endif

enum PinMode { INPUT, OUTPUT, INPUT_PULLUP };
enum InterruptMode { CHANGE, RISING, FALLING };
enum { LOW = 0, HIGH = 1 };
enum { SERIAL_8N1 = 0 };
struct PublishFlag {};
extern const PublishFlag PRIVATE;

void pinMode(int pin, PinMode mode);
void digitalWrite(int pin, int level);
uint32_t millis();
void delay(uint32_t ms);
int random(int bound);
uint32_t HAL_RNG_GetRandomNumber();
template <typename T>
bool attachInterrupt(int pin, void (T::*handler)(), T *instance, InterruptMode mode);

struct EepromClass {
  size_t length();
  uint8_t read(int address);
  void write(int address, uint8_t value);
};
extern EepromClass EEPROM;

struct SerialClass {
  void begin(uint32_t baud);
  void begin(uint32_t baud, uint32_t config);
  int available();
  int read();
  size_t write(const uint8_t *bytes, size_t length);
  void flush();
  void print(const char *text);
  void println(const char *text);
  void println();
  void printf(const char *format, ...) __attribute__((format(printf, 2, 3)));
};
extern SerialClass Serial;
extern SerialClass Serial1;

struct TimeClass {
  bool isValid();
  long now();
};
extern TimeClass Time;

struct CloudClass {
  void connect();
  bool connected();
  bool publish(const char *name, const char *data, PublishFlag flag);
  bool subscribe(const char *name, void (*handler)(const char *, const char *));
};
extern CloudClass Particle;
