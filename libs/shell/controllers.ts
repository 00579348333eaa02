import { DirectoryRoutes } from './routes/directory.js'
import { HealthRoutes } from './routes/health.js'
import { HomeRoutes } from './routes/home.js'
import { LawRoutes } from './routes/law.js'
import { LikelyRoutes } from './routes/likely.js'
import { LiveRoutes } from './routes/live.js'
import { OperatorRoutes } from './routes/operator.js'
import { OutsideDeskRoutes } from './routes/outside-desk.js'
import { OutsideListRoutes } from './routes/outside-lists.js'
import { PaperRoutes } from './routes/papers.js'
import { PortalRoutes } from './routes/portal.js'
import { RecordListRoutes } from './routes/portal-records.js'
import { OverviewRoutes } from './routes/portal-overview.js'
import { WorkRoutes } from './routes/portal-work.js'
import { RecordRoutes } from './routes/records.js'
import { RuleRoutes } from './routes/rules.js'
import { SignInRoutes } from './routes/sign-in.js'
import { StepRoutes } from './routes/steps.js'
import { WebRoutes } from './routes/web.js'

/** Everything that answers a request. */
export const CONTROLLERS = [
  WebRoutes,
  HomeRoutes,
  HealthRoutes,
  SignInRoutes,
  RuleRoutes,
  LawRoutes,
  PortalRoutes,
  LiveRoutes,
  DirectoryRoutes,
  LikelyRoutes,
  OutsideListRoutes,
  WorkRoutes,
  RecordListRoutes,
  OverviewRoutes,
  OperatorRoutes,
  StepRoutes,
  RecordRoutes,
  PaperRoutes,
]

/** Beside them where intake runs: what they keep stays in its process. */
export const AT_INTAKE = [OutsideDeskRoutes]
