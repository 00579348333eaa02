import { DatePicker } from 'antd'
import dayjsParts from '@rc-component/picker/generate/dayjs'
import dayjs, { type Dayjs } from 'dayjs'

/** The wall clock of the world, read as it stands: `2026-03-07T16:00`. */
let world: string | undefined

/** Tells the pickers what day it is in the world; the machine's own day means nothing there. */
export const setWorldClock = (now: string | undefined): void => {
  world = now?.slice(0, 19)
}

/** A text of a day or instant as its wall clock shows it, whatever the zone of this machine. */
export const wall = (text: string): Dayjs => dayjs(text.slice(0, 19))

/** Date pickers whose today is that of the world. */
export const WorldPicker = DatePicker.generatePicker<Dayjs>({
  ...dayjsParts,
  getNow: () => (world === undefined ? dayjsParts.getNow() : wall(world)),
})
