package dev.rangefinder.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks that pods meet the standard "restricted" and further rules: no token, a read-only root file system, limited
 * memory, and a pinned version of the image.
 */
record PodSecurity(Installation installation, List<String> problems) {

    void check() {
        for (Namespace namespace : installation.all(Namespace.class)) {
            expect(
                    "restricted".equals(namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce")),
                    "Namespace " + namespace.getMetadata().getName() + " does not enforce pod security");
        }
        installation.ownPods().forEach(pods -> checkPod(pods.owner(), Objects.requireNonNull(pods.spec())));
    }

    private void expect(boolean truth, String otherwise) {
        if (!truth) {
            problems.add(otherwise);
        }
    }

    private void checkPod(String owner, PodSpec pod) {
        PodSecurityContext context = Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
        expect(Boolean.TRUE.equals(context.getRunAsNonRoot()), owner + " may run as root");
        expect(
                context.getRunAsUser() != null && context.getRunAsUser() > 0,
                owner + " names no user, and the image's may be root");
        expect(
                context.getSeccompProfile() != null
                        && "RuntimeDefault".equals(context.getSeccompProfile().getType()),
                owner + " has no seccomp profile");
        expect(Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), owner + " mounts a token");
        expect(Boolean.FALSE.equals(pod.getEnableServiceLinks()), owner + " has service environment variables");
        expect(
                !Boolean.TRUE.equals(pod.getHostNetwork())
                        && !Boolean.TRUE.equals(pod.getHostPID())
                        && !Boolean.TRUE.equals(pod.getHostIPC()),
                owner + " shares namespaces with its node");
        pod.getVolumes().forEach(volume -> expect(volume.getHostPath() == null, owner + " mounts a path of its node"));
        checkAccount(owner, pod.getServiceAccountName());
        pod.getContainers().forEach(container -> checkContainer(owner, container));
        pod.getInitContainers().forEach(container -> checkContainer(owner, container));
    }

    private void checkAccount(String owner, String name) {
        if (name == null) {
            return; // "default", whose token is not mounted
        }
        Optional<ServiceAccount> account = installation.find(ServiceAccount.class, name);
        expect(
                account.isPresent() && Boolean.FALSE.equals(account.get().getAutomountServiceAccountToken()),
                owner + " has no service account without token: " + name);
    }

    private void checkContainer(String pod, Container container) {
        String owner = pod + ", container " + container.getName();
        SecurityContext context = Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
        expect(Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), owner + " may get more privileges");
        expect(!Boolean.TRUE.equals(context.getPrivileged()), owner + " is privileged");
        expect(Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()), owner + " may write to its root file system");
        expect(
                context.getCapabilities() != null
                        && context.getCapabilities().getDrop().contains("ALL")
                        && context.getCapabilities().getAdd().isEmpty(),
                owner + " does not drop all capabilities");
        expect(
                container.getImage().matches("[^:@]+(/[^:@]+)*(:(?!latest)[\\w.-]+|@sha256:[0-9a-f]{64})"),
                owner + " does not pin the version of its image: " + container.getImage());
        checkResources(owner, Objects.requireNonNullElseGet(container.getResources(), ResourceRequirements::new));
    }

    private void checkResources(String owner, ResourceRequirements resources) {
        expect(
                Objects.requireNonNullElse(resources.getRequests(), Map.of())
                        .keySet()
                        .containsAll(List.of("cpu", "memory")),
                owner + " does not request CPU and memory");
        expect(
                Objects.requireNonNullElse(resources.getLimits(), Map.of()).containsKey("memory"),
                owner + " has no limit for its memory");
    }
}
