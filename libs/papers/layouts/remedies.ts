import { court, government } from '../formats.js'
import { may, type Layout } from '../layout.js'

/** How and until when a decision can be challenged (FYF 20, XSF 46), before whom. */
export const remedies: Layout['fields'] = {
  government: may(['行政复议机关', 'Reconsidered by'], 'paper.agency', government),
  court: may(['人民法院', 'Court'], 'paper.agency', court),
}

export const remedyText =
  '如不服本决定，你（单位）可以自收到本决定书之日起六十日内向{government}申请行政复议，也可以自收到本决定书之日起六个月内依法向{court}提起行政诉讼。申请行政复议或者提起行政诉讼期间，本决定不停止执行，法律另有规定的除外。'

export const copies = '本文书一式　　份，　　份送达当事人，一份归档。'
