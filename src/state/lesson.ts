/** What a first visit is invited to do next. */
export type Lesson = 'drag' | 'ask' | 'write'

const lessons: readonly Lesson[] = ['drag', 'ask', 'write']

/** Somebody did what they were invited to: the next invitation, or none. */
export const learn = <Learner extends { readonly lesson: Lesson | null }>(
  session: Learner,
  done: Lesson,
): Learner =>
  session.lesson === done ? { ...session, lesson: lessons[lessons.indexOf(done) + 1] ?? null } : session
