package dev.rangefinder.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that workloads select their own pods, and that autoscalers, budgets and mounts refer to existing objects. */
record Workloads(Installation installation, List<String> problems) {

    void check() {
        installation.all(HasMetadata.class).forEach(this::checkNamespace);
        for (Deployment deployment : installation.all(Deployment.class)) {
            Pods pods = Pods.of(deployment, deployment.getSpec().getTemplate());
            expect(pods.match(deployment.getSpec().getSelector()), pods.owner() + " does not select its own pods");
            checkSpread(pods);
        }
        installation.all(StatefulSet.class).forEach(this::checkStatefulSet);
        installation.all(HorizontalPodAutoscaler.class).forEach(this::checkAutoscaler);
        installation.all(PodDisruptionBudget.class).forEach(this::checkBudget);
        installation.ownPods().forEach(this::checkMounts);
        installation.all(Job.class).forEach(this::checkMigration);
    }

    /** A service that waits for the migration needs the Job, and that needs the command. */
    private void checkMigration(Job job) {
        String name = "Job " + job.getMetadata().getName();
        expect(
                List.of("migrate")
                        .equals(job.getSpec()
                                .getTemplate()
                                .getSpec()
                                .getContainers()
                                .get(0)
                                .getArgs()),
                name + " does not migrate");
        expect(
                "false".equals(Settings.values(installation).get("RANGEFINDER_MIGRATION_AT_START")),
                "The service does not wait for " + name);
    }

    private void expect(boolean truth, String otherwise) {
        if (!truth) {
            problems.add(otherwise);
        }
    }

    private void checkNamespace(HasMetadata object) {
        if (object instanceof Namespace) {
            return;
        }
        String namespace = object.getMetadata().getNamespace();
        expect(
                installation.find(Namespace.class, namespace).isPresent(),
                object.getKind() + ' ' + object.getMetadata().getName() + " is in a namespace that does not exist: "
                        + namespace);
    }

    private void checkStatefulSet(StatefulSet set) {
        StatefulSetSpec spec = set.getSpec();
        Pods pods = Pods.of(set, spec.getTemplate());
        expect(pods.match(spec.getSelector()), pods.owner() + " does not select its own pods");
        expect(
                installation.find(Service.class, spec.getServiceName()).isPresent(),
                pods.owner() + " names a service that does not exist: " + spec.getServiceName());
    }

    private void checkSpread(Pods pods) {
        spec(pods)
                .getTopologySpreadConstraints()
                .forEach(spread -> expect(
                        pods.match(spread.getLabelSelector()),
                        pods.owner() + " spreads other pods over " + spread.getTopologyKey()));
    }

    private void checkAutoscaler(HorizontalPodAutoscaler autoscaler) {
        String name = "HorizontalPodAutoscaler " + autoscaler.getMetadata().getName();
        HorizontalPodAutoscalerSpec spec = autoscaler.getSpec();
        String target = spec.getScaleTargetRef().getKind()
                + ' '
                + spec.getScaleTargetRef().getName();
        expect(
                installation.pods().stream().map(Pods::owner).anyMatch(target::equals),
                name + " scales a workload that does not exist: " + target);
        expect(spec.getMinReplicas() < spec.getMaxReplicas(), name + " has no range of replicas");
        // They would overwrite each other
        installation.all(Deployment.class).stream()
                .filter(deployment -> deployment.getSpec().getReplicas() != null)
                .forEach(deployment -> problems.add(name + " and Deployment "
                        + deployment.getMetadata().getName() + " both set the number of replicas"));
    }

    private void checkBudget(PodDisruptionBudget budget) {
        expect(
                !Pods.chosen(installation.pods(), budget.getSpec().getSelector())
                        .isEmpty(),
                "PodDisruptionBudget " + budget.getMetadata().getName() + " selects no pods");
    }

    private void checkMounts(Pods pods) {
        Set<String> volumes = Stream.concat(spec(pods).getVolumes().stream().map(Volume::getName), claims(pods.owner()))
                .collect(Collectors.toSet());
        for (Container container : spec(pods).getContainers()) {
            container.getVolumeMounts().stream()
                    .filter(mount -> !volumes.contains(mount.getName()))
                    .forEach(mount ->
                            problems.add(pods.owner() + " mounts a volume that it does not have: " + mount.getName()));
        }
    }

    private Stream<String> claims(String owner) {
        return installation.all(StatefulSet.class).stream()
                .filter(set -> owner.equals("StatefulSet " + set.getMetadata().getName()))
                .flatMap(set -> set.getSpec().getVolumeClaimTemplates().stream())
                .map(claim -> claim.getMetadata().getName());
    }

    private static PodSpec spec(Pods pods) {
        return Objects.requireNonNull(pods.spec());
    }
}
