import type { Service } from '#kernel'
import { credit } from '#credit'
import { intake } from '#intake'
import { mediation } from '#mediation'
import { portal } from '#portal'
import { routing } from '#routing'

/** The house: four services and the portal, in the order in which their lapses are fired. */
export const services: readonly Service[] = [intake, routing, mediation, credit, portal]
