/** 统一社会信用代码, GB 32100-2015: 17 characters and a check character. */

/** Digits and capital letters without I, O, S, V, Z; the place of each is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const FORM = new RegExp(`^[${ALPHABET}]{18}$`)

/** The check character of the first 17: weights are the powers of 3 modulo 31. */
export const usccCheck = (first: string): string => {
  let [sum, weight] = [0, 1]
  for (const one of first.slice(0, 17)) {
    sum += ALPHABET.indexOf(one) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

/** Whether the check character fits; a text of another form is not judged here. */
export const usccFits = (code: string): boolean => !FORM.test(code) || usccCheck(code) === code[17]

/** Whether a text has the form and the check character. */
export const isUscc = (text: string): boolean => FORM.test(text) && usccFits(text)
