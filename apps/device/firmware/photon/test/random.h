// Random numbers that a seed fixes (splitmix64).
#pragma once

#include <cstdint>

inline uint64_t &startSeed() {
  static uint64_t seed = 20261201;
  return seed;
}

class Random {
 public:
  explicit Random(uint64_t salt) : state_(startSeed() * 0x9e3779b97f4a7c15u + salt) {}
  uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    uint64_t mixed = state_;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return mixed ^ mixed >> 31;
  }
  uint64_t below(uint64_t bound) { return next() % bound; }

 private:
  uint64_t state_;
};
