#pragma once

/// Answers the lines of the standard input, each a reading, with what the published vectors hold. Returns the exit status.
int printVectors();
