import { useQuery } from '@tanstack/react-query'
import { api, reply } from '../api/client.js'
import { recordKey, type RecordShown } from '../api/records.js'
import type { Title } from '../api/types.js'

/** A paper of a record, and whether it can be printed. */
export interface PaperRow {
  id: string
  title: Title
  number?: string
  on: string
  agency: string
  agencyName?: Title
  printable: boolean
  href?: string
  missing?: readonly { field: string; title: Title; where: Title }[]
  characters?: readonly string[]
}

/** The papers that the reader may see; read again when the record has moved on. */
export const usePapers = ({ kind, id, version, chain }: RecordShown) =>
  useQuery({
    queryKey: [...recordKey(kind, id), 'papers', version ?? chain.head],
    queryFn: () => api<{ papers: readonly PaperRow[] }>(`/api/${kind}/${id}/papers`).then(({ papers }) => papers),
  })

/** The PDF in memory: its address holds nothing, the sign-in goes with the request. */
export const readPdf = async (href: string): Promise<string> => URL.createObjectURL(await (await reply(href)).blob())
