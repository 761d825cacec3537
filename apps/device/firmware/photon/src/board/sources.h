// The instruments of the board: a pulse output, or a meter on RS-485.
#pragma once

#include "../config.h"
#include "../core/modbus_rtu.h"
#include "../core/registers.h"
#include "Particle.h"

namespace heliobond {

/// Which register of the three moves.
inline uint64_t &chosen(Registers &registers) {
  return kQuantity == Quantity::kGenerated ? registers.generatedWh : registers.consumedWh;
}

class PulseSource : public Source {
 public:
  void begin() {
    pinMode(kPulsePin, INPUT_PULLUP);
    attachInterrupt(kPulsePin, &PulseSource::onEdge, this, FALLING);
  }
  bool read(const Registers &last, Registers &out) override {
    out = last;
    chosen(out) += counter_.pendingWh();
    return true;
  }
  void stored() override { counter_.keep(); }

 private:
  void onEdge() { counter_.onPulse(millis()); }
  PulseCounter counter_{kPulsesPerKwh, kShortestPulseMs};
};

class ModbusSource : public Source {
 public:
  void begin() {
    pinMode(kModbusDirectionPin, OUTPUT);
    digitalWrite(kModbusDirectionPin, LOW);
    Serial1.begin(kModbusBaud, SERIAL_8N1);
  }
  bool read(const Registers &last, Registers &out) override {
    uint16_t words[2];
    if (!ask(words)) return false;
    out = last;
    uint64_t &wh = chosen(out);
    wh = followCounter(wh, wordPair(words, kModbusHighWordFirst), kModbusWhPerStep);
    return true;
  }

 private:
  static constexpr uint32_t kTimeoutMs = 300;
  bool ask(uint16_t words[2]) {
    uint8_t question[kModbusQuestionBytes];
    modbusQuestion(kModbusUnit, kModbusFunction, kModbusAddress, 2, question);
    // What still lies there is no answer to this question.
    while (Serial1.available() > 0) Serial1.read();
    digitalWrite(kModbusDirectionPin, HIGH);
    Serial1.write(question, sizeof question);
    Serial1.flush();
    digitalWrite(kModbusDirectionPin, LOW);
    uint8_t answer[kModbusAnswerBytes];
    size_t length = 0;
    const uint32_t start = millis();
    while (millis() - start < kTimeoutMs && length < sizeof answer) {
      if (Serial1.available() > 0) answer[length++] = static_cast<uint8_t>(Serial1.read());
      const ModbusAnswer came = modbusAnswer(answer, length, kModbusUnit, kModbusFunction, 2, words);
      if (came != ModbusAnswer::kIncomplete) return came == ModbusAnswer::kOk;
    }
    return false;
  }
};

}  // namespace heliobond
