#include "../src/core/file_store.h"

#include <unistd.h>

#include <cstdlib>

#include "../src/core/outbox.h"
#include "harness.h"

using namespace heliobond;

TEST("a file holds readings over a restart, as the boards with a file system keep them") {
  char path[] = "/tmp/heliobond-photon-XXXXXX";
  close(mkstemp(path));
  for (uint64_t life = 0; life < 3; ++life) {
    FileStore store(path, 8);
    Outbox outbox(store);
    CHECK(outbox.begin());
    Reading last;
    CHECK(outbox.last(last) == (life > 0));
    if (life > 0) CHECK(last.seq == 2 * life - 1);
    for (uint64_t i = 0; i < 2; ++i) CHECK(outbox.append({{3, 7, 1, 2 * life + i, 1000, 5, 0, 0}, {1}}));
    CHECK(outbox.waiting() == 2 * life + 2);
  }
  unlink(path);
  FileStore nowhere("/nonexistent/folder/file", 8);
  Outbox outbox(nowhere);
  CHECK(!outbox.begin());
}
