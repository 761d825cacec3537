// Runs every test; one line each, then the count. With a number as argument random tests begin from that seed; with the word
// `vectors` it answers readings instead.
#include <sodium.h>

#include <cstdlib>
#include <string>

#include "harness.h"
#include "random.h"
#include "vectors.h"

int main(int count, char **arguments) {
  if (sodium_init() < 0) return 1;
  if (count > 1 && std::string(arguments[1]) == "vectors") return printVectors();
  if (count > 1) startSeed() = std::strtoull(arguments[1], nullptr, 10);
  std::printf("seed %llu\n", static_cast<unsigned long long>(startSeed()));
  int failed = 0;
  for (const Test &test : tests()) {
    const int before = failures();
    test.run();
    const bool ok = failures() == before;
    failed += ok ? 0 : 1;
    std::printf("%s %s\n", ok ? "ok  " : "FAIL", test.name.c_str());
  }
  std::printf("%zu passed, %d failed\n", tests().size() - static_cast<size_t>(failed), failed);
  return failed == 0 ? 0 : 1;
}
