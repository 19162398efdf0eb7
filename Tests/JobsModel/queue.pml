/*
 * How jobs are claimed, finished and rescued. `check` verifies it; README.md says what is proved and what is left out.
 *
 * One atomic step is one SQL statement with its commit, or one thing that happens to a process. Between two steps
 * anything else may happen. So a process that is stopped, slow or far away needs no state: its turn does not come.
 * Likewise the clock: the server's decides, and here it may say at any moment that a lease or a deadline is over. A
 * worker's own clock does not occur, as nothing may depend on it.
 */

/* ---- The size; `check` sets it for each run ---- */

#ifndef WORKERS
#define WORKERS 2           /* processes; 1 to 3 */
#endif
#ifndef TASKS
#define TASKS 2             /* what they do at the same time, 2 or 3: task t is process t % WORKERS's */
#endif
#ifndef JOBS
#define JOBS 2              /* 1 or 2, all of one agency */
#endif
#ifndef CAP
#define CAP 2               /* how many of them may be claimed at once */
#endif
#ifndef ERROR_LIMIT
#define ERROR_LIMIT 2       /* a job that failed so often is dead */
#endif
#ifndef LOSS_LIMIT
#define LOSS_LIMIT 3        /* one that was rescued so often, too */
#endif
#ifndef FAULTS
#define FAULTS 2            /* how often something may go wrong, in any way that KINDS allows */
#endif
#ifndef KINDS
#define KINDS 511
#endif

#define KILL 1              /* kill -9: the connections end, and with them the lock */
#define CRASH 2             /* the host is gone: nobody closes its connections, and the lock stays */
#define LAPSE 4             /* SIGSTOP, or whatever else keeps a worker from renewing in time; then it goes on */
#define CUT_LOCK 8          /* the connection that holds the lock breaks, the others live */
#define CUT_COMMIT 16       /* the connection breaks during commit: done or not, the worker cannot know */
#define LATE 32             /* a job takes longer than its deadline */
#define ERROR 64            /* a job fails by its own fault */
#define DRAIN 128           /* a worker that is to end hands a job back */
#define CUT_CLAIM 256       /* the connection breaks while a claim is committed: the worker may have a job unknowingly */

/* ---- The properties ---- */

#define S1 1                /* the effect of a job is applied at most once */
#define S2 2                /* a finished job has its effect, and is never claimed again */
#define S3 4                /* a job has at most one valid claim, and only who made it ends it; rescue apart */
#define S4 8                /* never more claims than the cap allows */
#define S5 16               /* a worker that could renew its lease has lost nothing because of it */
#ifndef CHECK
#define CHECK (S1 + S2 + S3 + S4 + S5)
#endif
#define holds(property, condition) assert(!((CHECK) & property) || (condition))

/* ---- The tables ---- */

#define NOBODY 0            /* null */
#define READY 0             /* worker_id is null */
#define CLAIMED 1
#define FINISHED 2          /* deleted, and in the history */
#define DEAD 3              /* the same, given up */

typedef Job {
    byte state;
    byte worker;
    byte attempt;
    byte errors;
    byte losses;
    bool late               /* deadline < clock_timestamp() */
};
Job job[2];
byte agency;                /* who has locked the agency's row: 1 + task */

/* A worker's ids: WORKERS + w, and WORKERS more each time that it registers. */
byte lock[WORKERS];         /* the id whose advisory lock is held */
byte lease[WORKERS];        /* the id whose lease_until > clock_timestamp() */
#define alive(id) (lock[(id) % WORKERS] == id && lease[(id) % WORKERS] == id)

/* ---- What the processes believe ---- */

byte self[WORKERS];         /* the id that the running process goes by */
#define runs(w) (self[w] != NOBODY)
#define is_stalled(id) (self[(id) % WORKERS] == id && lease[(id) % WORKERS] != id)
byte ids[WORKERS];          /* the last that was given */
byte away;                  /* how many workers never come back */
byte faults = FAULTS;       /* that may still happen */
#define may(kind) (faults > 0 && ((KINDS) & kind))

#define NONE 255
byte hand[TASKS];           /* the job that a task believes to have, */
byte nth[TASKS];            /* by which attempt, */
byte name[TASKS];           /* and as which worker */

/* ---- What only the properties look at ---- */

byte effect[2];             /* how often it was applied */
bool finished[2];           /* somebody committed a finish */
bool taken[WORKERS];        /* jobs of self[w] were given to others because its lease was over */

#define is_ready(j) (job[j].state == READY)
#define is_claimed(j) (job[j].state == CLAIMED)
#define claimed (is_claimed(0) + is_claimed(1))
#define settled (job[0].state >= FINISHED && job[1].state >= FINISHED)
#define is_valid(j, a, id) (is_claimed(j) && job[j].attempt == a && job[j].worker == id)
#define believes(t, j) (hand[t] == j && is_valid(j, nth[t], name[t]))
#if TASKS == 2              /* as the properties see it: how many are right to believe it */
#define valid_claims(j) (believes(0, j) + believes(1, j))
#elif TASKS == 3
#define valid_claims(j) (believes(0, j) + believes(1, j) + believes(2, j))
#endif

inline look(j) { holds(S2, !finished[j] || (job[j].state == FINISHED && effect[j] > 0)) }

/* ---- The statements ---- */

inline put_down(j) {
    job[j].worker = NOBODY;
    job[j].late = false;
    if
    :: job[j].state >= FINISHED -> job[j].attempt = 0; job[j].errors = 0; job[j].losses = 0     /* the row is deleted */
    :: else
    fi
}

/* The fence. */
#if defined(B1) || defined(B3)
#define finish_fence(j, a, id) true                     /* where job_id = $1, and the count is not looked at */
#define fence(j, a, id) is_valid(j, a, id)
#elif defined(B1A)
#define finish_fence(j, a, id) (job[j].state < FINISHED) /* where job_id = $1, which must hit one row */
#define fence(j, a, id) is_valid(j, a, id)
#elif defined(B2)
#define finish_fence(j, a, id) fence(j, a, id)
#define fence(j, a, id) (is_claimed(j) && job[j].worker == id)
#elif defined(ATTEMPT)
#define finish_fence(j, a, id) fence(j, a, id)
#define fence(j, a, id) (is_claimed(j) && job[j].attempt == a)
#else
/* where job_id = $1 and attempt = $2 and worker_id = $3 */
#define finish_fence(j, a, id) fence(j, a, id)
#define fence(j, a, id) is_valid(j, a, id)
#endif

/*
 * begin;
 * <the effect>;
 * delete from job where job_id = j and attempt = a and worker_id = id;   -- one row, or all is rolled back
 * insert into job_history …;
 * commit
 */
inline finish(j, a, id) {
    if
    :: finish_fence(j, a, id) ->
        printf("worker %d finishes job %d, attempt %d\n", id, j, a);
        holds(S3, is_valid(j, a, id));
#ifndef B4
        apply(j);
#endif
        job[j].state = FINISHED;
        put_down(j);
        finished[j] = true;
        look(j)
    :: else ->
        printf("worker %d may not finish job %d, attempt %d: rolled back\n", id, j, a)
    fi
}

inline apply(j) {
    effect[j]++;
    printf("the effect of job %d is there %d times\n", j, effect[j]);
    holds(S1, effect[j] <= 1)
}

/* update job set worker_id = null, errors = errors + error where job_id = j and attempt = a and worker_id = id;
   at the limit it is deleted instead. No row: somebody else has it, or a commit without an answer was one after all. */
inline give_back(j, a, id, error) {
    if
    :: fence(j, a, id) ->
        printf("worker %d gives job %d back, attempt %d, errors + %d\n", id, j, a, error);
        holds(S3, is_valid(j, a, id));
        job[j].errors = job[j].errors + error;
        job[j].state = (job[j].errors >= ERROR_LIMIT -> DEAD : READY);
        put_down(j);
        look(j)
    :: else
    fi
}

/* update job set worker_id = id, attempt = attempt + 1, deadline = clock_timestamp() + …
   where job_id = (select job_id from job where worker_id is null limit 1); commit */
inline take(t, room, id) {
    if
    :: room && is_ready(0) -> hand[t] = 0
    :: room && is_ready(1) -> hand[t] = 1
    :: else
    fi;
    if
    :: hand[t] != NONE ->
        job[hand[t]].state = CLAIMED;
        job[hand[t]].worker = id;
        job[hand[t]].attempt++;
        nth[t] = job[hand[t]].attempt;
        printf("worker %d claims job %d, attempt %d (task %d)\n", id, hand[t], nth[t], t);
        holds(S3, valid_claims(hand[t]) == 1);
        holds(S4, claimed <= CAP);
        look(hand[t])
    :: else
    fi;
    room = false;
    agency = NOBODY
}

/* What was sent before its sender died, or lost the connection: the server does it all the same, some time. */
proctype UnderWay(byte j, a, id; bool is_finish) {
    atomic {
        printf("what worker %d sent takes effect\n", id);
        if
        :: is_finish -> finish(j, a, id)
        :: !is_finish -> give_back(j, a, id, 0)
        fi
    }
}

/* ---- The processes ---- */

inline forget(t) { hand[t] = NONE; nth[t] = 0 }

proctype Task(byte t) {
    byte w = t % WORKERS;
    bool room;
    forget(t);

    do
    :: atomic { runs(w) -> name[t] = self[w] };
        {
            do
            :: /* Claim, one transaction of three statements. The first looks for an agency with work and room, and locks:
                  select from agency where … for update skip locked */
#ifndef B7
                atomic { (is_ready(0) || is_ready(1)) && claimed < CAP && agency == NOBODY -> agency = 1 + t };
                /* Counted again, with the lock held:
                   select claim_limit - count(*) from job where worker_id is not null */
                room = claimed < CAP;
#else
                /* The agency was found to have room; then its row is locked. */
                atomic { (is_ready(0) || is_ready(1)) && claimed < CAP -> room = true; printf("task %d sees room\n", t) };
                atomic { agency == NOBODY -> agency = 1 + t };
#endif
                atomic {
                    take(t, room, name[t]);
                    if
                    :: hand[t] != NONE && may(CUT_CLAIM) -> faults--;
                        printf("worker %d does not know that it has job %d\n", name[t], hand[t]);
                        forget(t)
                    :: true
                    fi
                };
                if
                :: hand[t] == NONE
                :: hand[t] != NONE ->
#ifdef B4
                    atomic { apply(hand[t]) };              /* begin; <the effect>; commit */
#endif
                    if
                    :: atomic { true -> finish(hand[t], nth[t], name[t]); forget(t) }
                    :: atomic { may(ERROR) -> faults--; give_back(hand[t], nth[t], name[t], 1); forget(t) }
                    :: atomic { may(DRAIN) -> faults--; give_back(hand[t], nth[t], name[t], 0); forget(t) }
                    :: atomic {
                            may(CUT_COMMIT) -> faults--;
                            printf("worker %d is cut off during commit\n", name[t]);
                            if
                            :: run UnderWay(hand[t], nth[t], name[t], true)
                            :: skip
                            fi
                        };
                        /* Over another connection, without knowing. */
                        atomic { give_back(hand[t], nth[t], name[t], 0); forget(t) }
                    fi
                fi
            od
        } unless { self[w] != name[t] };

        /* The process is gone, or has dropped all. The server rolls back what was open, at once or after a time, unless
           the commit was on its way already. */
        atomic {
            if
            :: agency == 1 + t && room ->
                if
                :: printf("what worker %d sent takes effect\n", name[t]); take(t, room, name[t])
                :: skip
                fi
            :: hand[t] != NONE ->
                if
                :: run UnderWay(hand[t], nth[t], name[t], true)
                :: run UnderWay(hand[t], nth[t], name[t], false)
                :: skip
                fi
            :: else
            fi;
            if
            :: agency == 1 + t -> agency = NOBODY
            :: else
            fi;
            forget(t);
            room = false;
            name[t] = NOBODY
        }
    od
}

/* insert into worker (lease_until) values (clock_timestamp() + …) returning worker_id; select pg_advisory_lock($1).
   Nothing is claimed before both, so they are one step. The lock of an earlier id may stay for a while; that is like a
   rescue that comes late. */
inline register(w) {
    ids[w] = ids[w] + WORKERS;
    self[w] = ids[w];
    lock[w] = ids[w];
    lease[w] = ids[w];
    taken[w] = false;
    printf("worker %d begins (process %d)\n", ids[w], w)
}

/* A worker's process: how it begins, renews its lease, and what befalls it. */
proctype Process(byte w) {
    bool gone;

    do
    :: atomic { !runs(w) && !gone -> register(w) }
    :: atomic { !runs(w) && !gone && away < WORKERS - 1 -> away++; gone = true }

    /* A lease that nobody renews any more runs out. */
    :: atomic { !runs(w) && lease[w] != NOBODY -> lease[w] = NOBODY }

    /* select 1, over the connection that holds the lock. It is broken: the worker drops all and begins anew. */
    :: atomic { runs(w) && lock[w] != self[w] -> register(w) }

    /* update worker set lease_until = clock_timestamp() + …
       where worker_id = self and lease_until > clock_timestamp() */
    :: atomic {
            runs(w) && lock[w] == self[w] ->
            if
#ifdef B5
            :: lease[w] = self[w];                          /* without the second condition */
#else
            :: lease[w] == self[w] ->
#endif
                printf("worker %d renews its lease\n", self[w]);
                holds(S5, !taken[w])
#ifndef B5
            :: else -> register(w)                          /* no row: it drops all and begins anew */
#endif
            fi
        }

    :: atomic {
            may(KILL) && runs(w) -> faults--;
            printf("worker %d is killed\n", self[w]);
            self[w] = NOBODY; lock[w] = NOBODY; lease[w] = NOBODY /* without the lock it does not matter */
        }
    :: atomic {
            may(CRASH) && runs(w) -> faults--;
            printf("the host of worker %d is gone\n", self[w]);
            self[w] = NOBODY
        }
    :: atomic {
            may(LAPSE) && runs(w) && lease[w] == self[w] -> faults--;
            printf("the lease of worker %d runs out\n", self[w]);
            lease[w] = NOBODY
        }
    :: atomic {
            may(CUT_LOCK) && runs(w) && lock[w] == self[w] -> faults--;
            printf("worker %d loses its lock\n", self[w]);
            lock[w] = NOBODY
        }
    od
}

/* Whom to take a job from. */
#if defined(B3)
#define is_lost(j) (is_claimed(j) && job[j].late)
#elif defined(B8)
#define is_lost(j) (is_claimed(j) && (job[j].late || lock[job[j].worker % WORKERS] != job[j].worker))
#elif defined(B9)
#define is_lost(j) (is_claimed(j) && !alive(job[j].worker))
#elif defined(ANY)
#define is_lost(j) is_claimed(j)
#else
#define is_lost(j) (is_claimed(j) && (job[j].late || !alive(job[j].worker)))
#endif

/* update job set worker_id = null, losses = losses + 1 where worker_id is not null and (deadline < clock_timestamp()
   or worker_id not in (<those alive>)); at the limit it is deleted instead. */
inline rescue(j) {
    printf("job %d is taken from worker %d\n", j, job[j].worker);
    if
    :: is_claimed(j) && is_stalled(job[j].worker) -> taken[job[j].worker % WORKERS] = true
    :: else
    fi;
    job[j].losses++;
    job[j].state = (job[j].losses >= LOSS_LIMIT -> DEAD : READY);
    put_down(j);
    look(j)
}

/* The deadline passes: of a job that takes long, or of one that nobody knows to have. */
inline overrun(j) {
    atomic { is_claimed(j) && !job[j].late && may(LATE) -> faults--; printf("job %d is late\n", j); job[j].late = true }
}
inline expire(j) {
    atomic {
        is_claimed(j) && !job[j].late && valid_claims(j) == 0 && alive(job[j].worker) ->
        printf("job %d is nobody's, and late\n", j);
        job[j].late = true
    }
}

/* Any worker does it; some worker is always there, or comes back. */
active proctype Rescuer() {
    do
#ifndef B6
    :: atomic { is_lost(0) -> rescue(0) }
    :: atomic { is_lost(1) -> rescue(1) }
#else
    /* select job_id …; then, in a statement of its own, update job … where job_id = $1. In a table that keeps what is
       finished. */
    :: is_lost(0) -> atomic { rescue(0) }
    :: is_lost(1) -> atomic { rescue(1) }
#endif
    :: overrun(0)
    :: overrun(1)
    :: expire(0)
    :: expire(1)
    od
}

init {
    byte i;
    atomic {
        if
        :: JOBS == 1 -> job[1].state = DEAD                 /* as if it had never been */
        :: else
        fi;
        for (i : 0 .. WORKERS - 1) {
            ids[i] = i;
            register(i);
            run Process(i)
        }
        for (i : 0 .. TASKS - 1) { run Task(i) }
        i = 0
    }
}

#ifdef LIVE
ltl L1 { <> settled }
#endif
