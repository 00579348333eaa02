import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const CIPHER = 'aes-128-gcm'
const IV = 12
const TAG = 16

/** Names places in a run of a feed so that nobody can count by them what happened beside what is told, nor tell two of them apart. */
export class Places {
  private readonly key = randomBytes(16)

  name(n: number): string {
    const iv = randomBytes(IV)
    const cipher = createCipheriv(CIPHER, this.key, iv)
    const text = Buffer.concat([cipher.update(String(n).padStart(9, '0')), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')
  }

  /** Undefined for a name of another run. */
  read(name: string): number | undefined {
    const bytes = Buffer.from(name, 'base64url')
    if (bytes.length <= IV + TAG) return undefined
    const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, IV))
    decipher.setAuthTag(bytes.subarray(IV, IV + TAG))
    try {
      return Number(decipher.update(bytes.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8'))
    } catch {
      return undefined
    }
  }
}
