/** Why a server is not to be had here, and what to do. */
export class Unavailable extends Error {
  constructor(zh, en) {
    super(`${zh} / ${en}`)
    this.name = 'Unavailable'
  }
}
