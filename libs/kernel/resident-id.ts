/** 公民身份号码, GB 11643-1999: 17 digits and a check character. */

const FORM = /^\d{17}[\dX]$/i
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** Whether the check character fits; a text of another form is not judged here. */
export const residentIdFits = (number: string): boolean => {
  if (!FORM.test(number)) return true
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  return CHECKS[sum % 11] === number[17]!.toUpperCase()
}

const BORN = /^.{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/

/** Whether a text is such a number: form, day of birth and check character. */
export const isResidentId = (text: string): boolean => FORM.test(text) && BORN.test(text) && residentIdFits(text)
