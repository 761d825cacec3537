// As much of a test framework as the core needs: a name, checks, a count.
#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <vector>

struct Test {
  std::string name;
  std::function<void()> run;
};

inline std::vector<Test> &tests() {
  static std::vector<Test> all;
  return all;
}

inline int &failures() {
  static int count = 0;
  return count;
}

struct Register {
  Register(const char *name, std::function<void()> run) { tests().push_back({name, std::move(run)}); }
};

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define TEST(name)                                    \
  static void JOIN(test_, __LINE__)();                \
  static Register JOIN(register_, __LINE__)(name, JOIN(test_, __LINE__)); \
  static void JOIN(test_, __LINE__)()

#define CHECK(condition)                                                        \
  do {                                                                          \
    if (!(condition)) {                                                         \
      ++failures();                                                             \
      std::printf("  %s:%d: not so: %s\n", __FILE__, __LINE__, #condition);      \
    }                                                                           \
  } while (false)
