// Slots in a file, by POSIX calls: boards with a file system (Photon 2, P2), and the host.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include "slot_store.h"

namespace heliobond {

class FileStore : public SlotStore {
 public:
  FileStore(const char *path, size_t slots) : file_(open(path, O_RDWR | O_CREAT, 0600)), slots_(slots) {}
  ~FileStore() override {
    if (file_ >= 0) close(file_);
  }
  FileStore(const FileStore &) = delete;
  FileStore &operator=(const FileStore &) = delete;

  size_t slots() const override { return file_ >= 0 ? slots_ : 0; }
  bool read(size_t slot, uint8_t out[kRecordBytes]) override {
    // Beyond the end of a young file: an empty slot.
    return seek(slot) && ::read(file_, out, kRecordBytes) == static_cast<ssize_t>(kRecordBytes);
  }
  bool write(size_t slot, const uint8_t record[kRecordBytes]) override {
    return seek(slot) && ::write(file_, record, kRecordBytes) == static_cast<ssize_t>(kRecordBytes) && fsync(file_) == 0;
  }

 private:
  bool seek(size_t slot) { return lseek(file_, static_cast<off_t>(slot * kRecordBytes), SEEK_SET) >= 0; }
  const int file_;
  const size_t slots_;
};

}  // namespace heliobond
