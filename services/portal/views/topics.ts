/** Every service that keeps records. */
export const TOPICS = ['intake', 'routing', 'mediation', 'credit'] as const
