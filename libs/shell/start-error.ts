/** Why the house does not open, in both languages, with what to do. Printed as it is; the process ends with 1. */
export class StartError extends Error {
  constructor(zh: string, en: string, options?: { cause?: unknown }) {
    super(`${zh}\n${en}`, options)
    this.name = 'StartError'
  }
}
