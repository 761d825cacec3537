/** Parts of the names of the tests that live random lives: long, and of the sources only. */
export const RANDOM_SUITES: readonly string[] = ['lives', 'model', 'sequence']
