import { loadRules } from '#rules'
import { credit } from '#credit'
import { intake } from '#intake'
import { mediation } from '#mediation'
import { routing } from '#routing'
import { testProperties } from '../libs/kernel/properties.suite.js'

const rules = loadRules()
const pool = {
  ids: [],
  persons: ['p1', 'p2', 'p3', 'p4'],
  agencies: [
    'SAMR-411002',
    'SAMR-411003',
    'SAMR-411000',
    'PSB-411003',
    'PROC-411003',
    'COURT-411002',
    'MEDIATION-411000',
    'JC-OFFICE-411000',
  ],
}

for (const service of [intake, routing, mediation, credit])
  for (const entry of service.records) testProperties(entry, rules, pool)
