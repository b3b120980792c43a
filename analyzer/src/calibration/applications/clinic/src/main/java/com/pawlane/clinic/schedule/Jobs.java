package com.pawlane.clinic.schedule;

import java.util.Date;
import java.util.Properties;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Recurring jobs of the house. */
public class Jobs implements AutoCloseable {
  private final Scheduler scheduler;

  public Jobs() throws SchedulerException {
    Properties settings = new Properties();
    settings.setProperty("org.quartz.threadPool.threadCount", "2");
    settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    scheduler = new StdSchedulerFactory(settings).getScheduler();
    scheduler.start();
  }

  public Date nightly(String name, Class<? extends Job> job) throws SchedulerException {
    return scheduler.scheduleJob(
        JobBuilder.newJob(job).withIdentity(name).build(), at(name, "0 30 2 * * ?"));
  }

  public boolean stop(String name) throws SchedulerException {
    return scheduler.deleteJob(org.quartz.JobKey.jobKey(name));
  }

  Trigger at(String name, String cron) {
    return TriggerBuilder.newTrigger()
        .withIdentity(name)
        .withSchedule(CronScheduleBuilder.cronSchedule(cron))
        .build();
  }

  @Override
  public void close() throws SchedulerException {
    scheduler.shutdown();
  }

  /** Forgets sessions that have run out. */
  public static class CleanSessions implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      context.setResult("cleaned");
    }
  }
}
