import { createContext, useContext, type ReactNode } from 'react'
import type { Title } from '../api/types.js'
import type { Path } from './values.js'

/** What every field of an open form shares. */
export interface Forming {
  set: (path: Path, value: unknown) => void
  /** By `keyOf` of the path. */
  faults: ReadonlyMap<string, Title>
  /** Offered titles of papers: what the step says must be enclosed. */
  offered: readonly string[]
  /** The record that the step is taken on, whose matter other records are chosen from. */
  dossier: string | undefined
  record: string | undefined
  /** The world's own clock. */
  now: string | undefined
  /** Makes the ids of one form differ from those of another. */
  prefix: string
  /** What stands beneath a field of the form itself, by its name. */
  beneath?: ((field: string) => ReactNode) | undefined
}

export const keyOf = (path: Path): string => path.join('.')

const Context = createContext<Forming | undefined>(undefined)
export const FormRoom = Context.Provider
export const useForming = (): Forming => useContext(Context)!

/** The address of a field in the page, so that a summary can lead to it. */
export const idOf = (prefix: string, path: Path): string => `${prefix}-${path.join('-').replace(/[^\w-]/g, '_')}`
