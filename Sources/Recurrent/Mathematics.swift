// exp, log, tanh and √ of a number: what a student expects to have after `import Recurrent`.
#if canImport(Darwin)
  @_exported public import Darwin
#else
  @_exported public import Glibc
#endif
